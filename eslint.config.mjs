import js from '@eslint/js'
import tseslint from 'typescript-eslint'

/** One room may lean on another only along the arrows of the house: addin → shared ← functions ← infra. */
const boundary = (files, forbidden, message) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message }] }],
  },
})

export default tseslint.config(
  { ignores: ['node_modules', '.donnees', 'dist', 'cdk.out', 'coverage'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'no-console': 'off',
    },
  },
  boundary(
    ['shared/**/*.ts'],
    ['**/addin/**', '**/functions/**', '**/infra/**', 'node:*', '@aws-sdk/*', 'react', '@fluentui/*'],
    'shared/ is pure: it leans on nothing of the house and on no platform.',
  ),
  // Unit tests beside shared/ may read fixtures from disk.
  boundary(
    ['shared/**/*.test.ts'],
    ['**/addin/**', '**/functions/**', '**/infra/**'],
    'shared/ leans on nothing of the house.',
  ),
  boundary(
    ['addin/**/*.ts', 'addin/**/*.tsx'],
    ['**/functions/**', '**/infra/**', '@aws-sdk/*'],
    'addin/ leans on shared/ only; it speaks to functions/ by HTTP.',
  ),
  boundary(
    ['functions/**/*.ts'],
    ['**/addin/**', '**/infra/**', 'react', '@fluentui/*'],
    'functions/ leans on shared/ only.',
  ),
  boundary(
    ['infra/**/*.ts'],
    ['**/addin/**', '**/shared/**'],
    'infra/ deploys the bundles of functions/ and of addin/, it does not import their code.',
  ),
  {
    files: ['addin/**/*.ts', 'addin/**/*.tsx'],
    ignores: ['addin/excel/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Excel', message: 'Only addin/excel touches Office.js.' },
        { name: 'Office', message: 'Only addin/excel touches Office.js.' },
        { name: 'OfficeExtension', message: 'Only addin/excel touches Office.js.' },
        { name: 'CustomFunctions', message: 'Only addin/excel touches Office.js.' },
      ],
    },
  },
)
