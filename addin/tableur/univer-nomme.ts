/** A change in a source of Univer: what is looked for, what it becomes. */
export type Substitution = readonly [search: string, replacement: string]

/**
 * What screen readers are told of Univer's own controls, which it draws without names: by module, as univer-adapte.ts
 * applies them. What only the mouse can move is kept from them where a button beside it does the same.
 */
export const NOMS: Readonly<Record<string, readonly Substitution[]>> = {
  '@univerjs/design/lib/es/index.js': [
    ['id: MESSAGE_TOASTER_ID,', '$& customAriaLabel: "Messages du classeur",'],
    ['visibleToasts: visibleToasts !== null', 'customAriaLabel: "Notifications du classeur", $&'],
  ],
  // Before everything else of the page in the order of Tab; the grid takes the keyboard otherwise.
  '@univerjs/engine-render/lib/es/index.js': [
    ['this._canvasEle.tabIndex = 1;', 'this._canvasEle.tabIndex = -1;'],
  ],
  '@univerjs/ui/lib/es/index.js': [
    ['onClick: () => handleStep(-10),', '$& "aria-label": "Zoom arrière",'],
    ['onClick: () => handleStep(10),', '$& "aria-label": "Zoom avant",'],
    ['role: "track",', '"aria-hidden": true,'],
    ['role: "button",\n						onClick: handleReset', 'onClick: handleReset'],
    ['role: "handle",', 'tabIndex: -1,'],
    ['onClick: onTerminate,', '$& "aria-label": "Arrêter le calcul",'],
  ],
  '@univerjs/sheets-ui/lib/es/index.js': [
    ['onBlur: () => setIsInputEvent(false)', '$&, "aria-label": "Zone Nom : cellule ou nom à atteindre"'],
    [
      'jsx("a", {\n				className: clsx("univer-absolute univer-right-0',
      'jsx("button", {\n				"aria-label": "Noms du classeur", type: "button",\n				className: clsx("univer-border-none univer-bg-transparent univer-absolute univer-right-0',
    ],
    [
      'jsx("div", { children: /* @__PURE__ */ jsx(SheetBarButton, { children: /* @__PURE__ */ jsx(ConvertIcon, {}) }) })',
      'jsx(SheetBarButton, { "aria-label": "Toutes les feuilles", children: /* @__PURE__ */ jsx(ConvertIcon, {}) })',
    ],
    ['onClick: addSheet,', '$& "aria-label": "Ajouter une feuille",'],
    ['onClick: handleScrollLeft,', '$& "aria-label": "Onglets précédents",'],
    ['onClick: handleScrollRight,', '$& "aria-label": "Onglets suivants",'],
  ],
}
