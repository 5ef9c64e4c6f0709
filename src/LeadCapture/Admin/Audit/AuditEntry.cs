using LeadCapture.Admin.Leads;
using LeadCapture.Admin.Runs;
using LeadCapture.Admin.Users;
using LeadCapture.Web;

namespace LeadCapture.Admin.Audit;

/// Who did what, when and from where. Written once, never changed.
public sealed class AuditEntry
{
    public long Id { get; init; }
    public required DateTime At { get; init; }

    /// Null: the program itself, or somebody at its command line.
    public Guid? UserId { get; init; }

    /// The name and address of then: a user may be renamed.
    public required string Who { get; init; }

    /// One of AuditAction.
    public required string Act { get; init; }

    /// What it was done to, such as "lead" and its id.
    public required string Kind { get; init; }
    public required string SubjectId { get; init; }

    public required string Text { get; init; }
    public required string Address { get; init; }

    /// The page of what it was done to; null where it has none.
    public static RouteLink? PageOf(string kind, string id) => (kind, Guid.TryParse(id, out var guid)) switch
    {
        ("lead", true) => new(LeadRoutes.Lead, new { id = guid }),
        ("user", true) => new(UserRoutes.User, new { id = guid }),
        ("run", _) when int.TryParse(id, out var run) => new(RunRoutes.Run, new { id = run }),
        _ => null,
    };
}
