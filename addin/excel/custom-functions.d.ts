/** What Excel's shared runtime gives to custom functions; Microsoft's own types for it are a package apart. */
declare namespace CustomFunctions {
  function associate(id: string, fonction: (...args: unknown[]) => unknown): void

  /** Holds the calls of the cells until the first `associate`; older hosts do not have it. */
  const delayInitialization: (() => void) | undefined

  const ErrorCode: { readonly invalidValue: string; readonly notAvailable: string }

  class Error {
    constructor(code: string, message?: string)
    readonly code: string
    readonly message: string | undefined
  }
}
