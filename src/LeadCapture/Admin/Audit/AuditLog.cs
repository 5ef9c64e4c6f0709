using LeadCapture.Admin.Access;
using LeadCapture.Admin.Users;
using LeadCapture.Data;

namespace LeadCapture.Admin.Audit;

/// Notes who did what. Stored by the next save of the same LeadDb, together with what was done.
public sealed class AuditLog(LeadDb db, IHttpContextAccessor request, TimeProvider clock)
{
    public const string Nobody = "Not signed in";

    public void Note(string act, string kind, object id, string text) => Add(CurrentUser.Of(request.HttpContext!), act, kind, id, text);

    /// By the program, of its own accord.
    public void NoteItself(string act, string kind, object id, string text) =>
        Add(null, act, kind, id, text, "LeadCapture (automatic)");

    /// By somebody who is not signed in yet.
    public void Note(User by, string act, string text) =>
        Add(new(by.Id, by.Name, by.Email!, by.Role, default), act, "user", by.Id, text);

    /// By somebody whom we do not know, about a user.
    public void Note(string act, User about, string text) => Add(null, act, "user", about.Id, text);

    private void Add(CurrentUser? by, string act, string kind, object id, string text, string nobody = Nobody) => db.AuditEntries.Add(new()
    {
        At = clock.GetUtcNow().UtcDateTime,
        UserId = by?.Id,
        Who = by?.Who ?? nobody,
        Act = act,
        Kind = kind,
        SubjectId = id.ToString() ?? "",
        Text = text,
        Address = request.HttpContext?.Connection.RemoteIpAddress.Shown() ?? "",
    });
}
