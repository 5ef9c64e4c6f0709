using System.Security.Cryptography;
using System.Text;
using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Users;
using LeadCapture.Data;

namespace LeadCapture.Admin.Access;

/// Bounds how often somebody can guess. From the fifth try in a row on there is a wait, longer with each one: nobody is locked
/// out, and whoever goes on guessing gets about a hundred tries a day.
public sealed class TryLimit(Store store, TimeProvider clock, IHttpContextAccessor request)
{
    /// Tries in a row until the first wait.
    public const int Free = 5;

    public static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// Without a try for so long, they are forgotten.
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private const int Places = 4096;

    private const string Counted =
        """
        INSERT INTO sign_in_tries (kind, subject, count, next_at, open) VALUES ($1, $2, 1, $3, $4)
        ON CONFLICT (kind, subject) DO UPDATE SET
            open = sign_in_tries.next_at <= $3,
            count = CASE WHEN sign_in_tries.next_at <= $3 THEN sign_in_tries.count + 1 ELSE sign_in_tries.count END,
            next_at = CASE WHEN sign_in_tries.next_at > $3 THEN sign_in_tries.next_at
                WHEN sign_in_tries.count < 4 THEN $3 WHEN sign_in_tries.count = 4 THEN $5
                WHEN sign_in_tries.count = 5 THEN $6 WHEN sign_in_tries.count = 6 THEN $7
                WHEN sign_in_tries.count = 7 THEN $8 ELSE $9 END
        RETURNING open
        """;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// An address that nobody has is counted too, so that it is the same work. Little is kept of it: it may be a password, typed
    /// into the wrong input.
    public static (TryKind, Guid) OfNobody(string address)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(address));
        return (TryKind.Nobody, new(BitConverter.ToUInt16(hash) % Places, 0, 0, new byte[8]));
    }

    /// Counts the try before anything is looked at: guesses side by side count too. False: too early, it is not looked at.
    public async Task<bool> Count((TryKind Kind, Guid Subject) door)
    {
        var now = Now;
        await using var transaction = await store.Begin();
        transaction.Add("DELETE FROM sign_in_tries WHERE next_at < $1", now - Memory);
        await transaction.Flush();
        var open = await transaction.Query(Counted, row => row.GetBoolean(0), door.Kind, door.Subject, now, true,
            now + FirstWait, now + FirstWait * 2, now + FirstWait * 4, now + FirstWait * 8, now + LongestWait);
        await transaction.Commit();
        return open[0];
    }

    /// Notes the refusal in the audit, where it concerns a user: an address that nobody has may be a password. For such a one the
    /// note is written and taken back before anybody sees it: what is written takes time, and that would tell.
    public async Task Refuse(User? about, bool open)
    {
        await using var transaction = await store.Begin();
        var note = await transaction.Query(
            """
            INSERT INTO audit_entries (at, who, act, kind, subject_id, text, address)
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
            """,
            row => row.GetInt64(0), Now, AuditLog.Nobody, AuditAction.SignInRefused, "user", about?.Id.ToString() ?? "",
            open ? "" : "blocked after too many tries", request.HttpContext?.Connection.RemoteIpAddress.Shown() ?? "");
        transaction.Add("DELETE FROM audit_entries WHERE id = $1 AND $2", note[0], about is null);
        await transaction.Commit();
    }

    public async Task Forget((TryKind Kind, Guid Subject) door)
    {
        await using var transaction = await store.Begin();
        transaction.Add("DELETE FROM sign_in_tries WHERE kind = $1 AND subject = $2", door.Kind, door.Subject);
        await transaction.Commit();
    }

    /// Those whose password is not looked at now, unless it comes from a browser that is known.
    public async Task<HashSet<Guid>> Blocked()
    {
        await using var reading = await store.Read();
        return [.. await reading.Query("SELECT subject FROM sign_in_tries WHERE kind = $1 AND next_at > $2",
            row => reading.Id(row, 0), TryKind.Password, Now)];
    }
}
