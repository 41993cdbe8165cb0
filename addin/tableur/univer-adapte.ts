import type { Plugin } from 'vite'
import { NOMS } from './univer-nomme.ts'
import type { Substitution } from './univer-nomme.ts'

/** Gives the thread back after some of the formulas that a loop goes through: a few milliseconds of them. */
const PAUSE = 'if (i % 250 === 249) await this._ceder();'

/**
 * What the page changes in Univer's own sources, where nothing of it can be set.
 *
 * Its formula editor knows `,` as the only separator of arguments. French formulas are typed with `;`: these
 * substitutions make its lexer take both, so that references are coloured and picked with the mouse and the help
 * follows the argument being typed, and make what the editor itself writes and shows use `;`.
 *
 * Before each calculation, its engine goes through every formula of the workbook to find what depends on what, in one
 * go: half a second for 20,000. These substitutions have it give the thread back meanwhile, and leave out what no
 * formula asks for. Not while it looks at what array formulas fill: an edit that came then would be forgotten. What
 * asks it to calculate is told of the end, and asks again rather than stop what goes on: see calcul.ts.
 */
const SUBSTITUTIONS: Readonly<Record<string, readonly Substitution[]>> = {
  '@univerjs/core/lib/es/index.js': [
    // One index for each sheet, made before each search of a calculation: only for the sheets that are searched.
    [
      '				const items = this._getRdTreeItems(map2);\n				const tree = new KDBush(items.length);\n',
      '				const construire = () => {\n				const items = this._getRdTreeItems(map2);\n				const tree = new KDBush(items.length);\n				for (const item of items) tree.add(item.x, item.y);\n				tree.finish();\n				return { tree, items };\n				};\n				let construit;\n',
    ],
    [
      '.set(subUnitId, {\n					tree,\n					items\n				});\n				for (const item of items) tree.add(item.x, item.y);\n				tree.finish();\n',
      '.set(subUnitId, () => (construit ??= construire()));\n',
    ],
    ['const { tree, items } = searchObject;', 'const { tree, items } = searchObject();'],
  ],
  '@univerjs/engine-formula/lib/es/index.js': [
    [
      'else if (currentString === "," && this.isSingleQuotationClose()',
      'else if ((currentString === "," || currentString === ";") && this.isSingleQuotationClose()',
    ],
    [
      'prevString === "(" || prevString === ","',
      'prevString === "(" || prevString === "," || prevString === ";"',
    ],
    ['node === "@" || node === "," ||', 'node === "@" || node === "," || node === ";" ||'],
    ['matchToken["COMMA"] = ",";', 'matchToken["COMMA"] = ","; matchToken["SEMI"] = ";";'],
    [
      '	async _generateTreeList(',
      `	async _ceder() {
		if (this._runtimeService._formulaExecuteStage !== 5) await new Promise((resolve) => requestImmediateMacroTask(resolve));
	}
	async _generateTreeList(`,
    ],
    ['	_registerFormulas(formulaDataKeys,', '	async _registerFormulas(formulaDataKeys,'],
    ['this._registerFormulas(formulaDataKeys, formulaData, unitData, treeList);', 'await $&'],
    [
      'const matrixData = new ObjectMatrix(sheetData[sheetId] || {});\n				const sIdCache',
      'await this._ceder(); $&',
    ],
    ['			if (!tree.formula) continue;\n', `			${PAUSE}\n$&`],
    ['			if (tree.isCache) continue;\n			this._dependencyManagerService', `			${PAUSE}\n$&`],
    [
      '		const treeDependencyCache = new RTree();\n		for (let i',
      '		if (treeList.every((tree) => tree.addressFunctionNodes.length === 0)) return;\n$&',
    ],
    [
      '		const formulaData = this._formulaDataModel.getFormulaData();\n		const arrayFormulaCellData = ',
      '		await new Promise((resolve) => requestImmediateMacroTask(resolve));\n$&',
    ],
    ['const updateTreeList = this._getUpdateTreeListAndMakeDependency();', 'await this._ceder(); $&'],
    ['const finalTreeList = this._calculateRunList(updateTreeList);', 'await this._ceder(); $&'],
    // Whoever asks for a calculation is told of its end, or of its failure.
    [
      '		this._executeLock.acquire("FORMULA_EXECUTION_LOCK",',
      '		await this._executeLock.acquire("FORMULA_EXECUTION_LOCK",',
    ],
    ['		this._calculateFormulaService.execute({', '		await this._calculateFormulaService.execute({'],
  ],
  '@univerjs/sheets-formula/lib/es/index.js': [
    // It stopped the calculation that went on, which may have been at its end: what it was to take up again was lost.
    [
      `				this._executingDirtyData = this._mergeDirty(this._executingDirtyData, dirtyData);
				if (this._executionInProgressParams == null) this._commandService.executeCommand(SetFormulaCalculationStartMutation.id, { ...this._executingDirtyData }, lo);
				else {
					this._restartCalculation = true;
					this._commandService.executeCommand(SetFormulaCalculationStopMutation.id, {});
				}
`,
      '				this._commandService.executeCommand(SetFormulaCalculationStartMutation.id, dirtyData, lo);\n',
    ],
  ],
  '@univerjs/sheets-formula-ui/lib/es/index.js': [
    [
      '}), i === value.length - 1 ? "" : ","] }, item.name)),',
      '}), i === value.length - 1 ? "" : ";"] }, item.name)),',
    ],
    [
      '${theLastList.length && isPreNodeRef ? "," : ""}${theLastList.join(",")}',
      '${theLastList.length && isPreNodeRef ? ";" : ""}${theLastList.join(";")}',
    ],
    // As in Excel, Tab takes the proposed function and Enter ends the formula as it was typed.
    [
      'KeyCode.ARROW_DOWN,\n\t\t\tKeyCode.ENTER,\n\t\t\tKeyCode.ESC,\n\t\t\tKeyCode.TAB\n',
      'KeyCode.ARROW_DOWN,\n\t\t\tKeyCode.ESC,\n\t\t\tKeyCode.TAB\n',
    ],
  ],
  '@univerjs/sheets-ui/lib/es/index.js': [
    // For a mark that the page does not show: each text was read as a date, which takes longer than to draw it.
    ['typeof cellRaw.v === "string" && getNumfmtParseValueFilter(cellRaw.v)', 'false'],
  ],
}

/** The modules of Univer that are changed, as their ids end. */
export const MODULES: readonly string[] = [...new Set([...Object.keys(SUBSTITUTIONS), ...Object.keys(NOMS)])]

/** Applies a module's substitutions to its source; throws when one of them finds nothing. */
export function adapter(module: string, code: string): string {
  let resultat = code
  for (const [search, replacement] of [...(SUBSTITUTIONS[module] ?? []), ...(NOMS[module] ?? [])]) {
    if (!resultat.includes(search))
      throw new Error(`univer-adapte: ${module} no longer holds ${JSON.stringify(search)}`)
    resultat = resultat.replaceAll(search, replacement)
  }
  return resultat
}

/** The Vite plugin; the build fails when one of the modules was not met, so that it cannot be forgotten silently. */
export function univerAdapte(): Plugin {
  const changed = new Set<string>()
  return {
    name: 'univer-adapte',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    transform(code, id) {
      const chemin = id.replace(/\?.*/, '').replaceAll('\\', '/')
      const module = MODULES.find((nom) => chemin.endsWith(nom))
      if (!module) return null
      changed.add(module)
      return { code: adapter(module, code), map: null }
    },
    buildEnd(error) {
      const missing = MODULES.filter((module) => !changed.has(module))
      if (!error && missing.length > 0)
        this.error(`univer-adapte: ${missing.join(', ')} was not part of the build`)
    },
  }
}
