// What can be wrong with the way to a team's bucket (team.js).
import { JetStreamApiError, errors } from "./@@nats.js@@";

// As in app/platform/team_trouble.hpp.
export const troubles = ["login", "nobody", "no part", "no rights", "full", "too large", "slow", "lost", "not loaded", "untrusted", "other"];

// What went wrong, by what the library or the server (err_code) says.
export class Trouble extends Error {
    constructor(kind, detail) {
        super(detail);
        this.kind = kind;
    }
}
const fullCodes = [10002, 10023, 10028, 10047, 10077, 10122]; // of the account, the server, the stream
const noPartCodes = [10039, 10076];

export function troubleOf(error, otherwise = "other") {
    if (error instanceof Trouble) return error;
    const cause = error?.cause ?? error;
    const detail = String(error?.message || cause?.message || error);
    if (error instanceof JetStreamApiError) {
        if (fullCodes.includes(error.code)) return new Trouble("full", detail);
        if (error.code === 10054) return new Trouble("too large", detail);
        return new Trouble(noPartCodes.includes(error.code) ? "no part" : "other", detail);
    }
    for (const one of [error, cause]) {
        if (one instanceof errors.AuthorizationError || one instanceof errors.UserAuthenticationExpiredError) return new Trouble("login", detail);
        if (one instanceof errors.PermissionViolationError) return new Trouble("no rights", detail);
        if (one instanceof errors.NoRespondersError || one?.name === "JetStreamNotEnabled") return new Trouble("no part", detail);
        if (one instanceof errors.TimeoutError) return new Trouble("slow", detail);
        if (one instanceof errors.InvalidArgumentError && /max_payload/.test(detail)) return new Trouble("too large", detail);
    }
    return new Trouble(otherwise, detail);
}

export const isStale = (error) => error instanceof JetStreamApiError && (error.code === 10071 || error.code === 10164);
// Nobody has heard it, so that it may be asked again: as a leader is chosen.
export const isUnheard = (error) => error?.name === "JetStreamNotEnabled" || (error?.cause ?? error) instanceof errors.NoRespondersError;
