import ora, { type Ora } from 'ora'

/** Says how far a guest is: a line that changes on a terminal, a line at its end elsewhere. All of it goes to stderr. */
export class Steps {
  readonly #spinner: Ora
  readonly #name: string

  constructor(name: string) {
    this.#name = name
    this.#spinner = ora({ text: name, isEnabled: process.stderr.isTTY === true, stream: process.stderr }).start()
  }

  say(step: string): void {
    this.#spinner.text = `${this.#name}: ${step}`
  }

  done(what: string): void {
    this.#spinner.succeed(`${this.#name}: ${what}`)
  }

  failed(why: string): void {
    this.#spinner.fail(`${this.#name}: ${why}`)
  }
}
