/** Who is at the desk and what they may do. */
import { get, keepPerson, post, remove } from "./client";
import type { Me, Role } from "./types";

const RANK: Readonly<Record<Role, number>> = { reader: 0, coder: 1, adjudicator: 2, admin: 3 };

class Session {
  me = $state.raw<Me | null>(null);
  #out: Promise<void> | null = null;

  /** Whether the person's role is this one or a higher one. Without accounts, everyone on this machine may everything. */
  may(role: Role): boolean {
    const mine = this.me?.role;
    return mine !== null && mine !== undefined && RANK[mine] >= RANK[role];
  }

  /** True where accounts exist and nobody has logged in. */
  get mustLogIn(): boolean {
    return this.me !== null && this.me.users_exist && this.me.user === null;
  }

  async load(): Promise<void> {
    this.#take(await get("/me"));
  }

  async logIn(name: string, password: string): Promise<void> {
    await post("/session", { name, password });
    await this.load();
  }

  /** Asked for twice, it is done once. */
  logOut(): Promise<void> {
    return (this.#out ??= this.#end().finally(() => (this.#out = null)));
  }

  async #end(): Promise<void> {
    await remove("/session");
    await this.load();
  }

  #take(me: Me): void {
    this.me = me;
    keepPerson(me.user, me.csrf);
  }
}

export const session = new Session();
