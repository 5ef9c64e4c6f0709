using LeadCapture.Data;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Audit;

/// What somebody looks for in the audit. Ids and dates only: nothing personal stands in the address.
public sealed record AuditFilter
{
    public Guid? User { get; init; }
    public string Act { get; init; } = "";

    /// What it was done to, such as "lead" and its id.
    public string Kind { get; init; } = "";
    public string Subject { get; init; } = "";
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// Older than this entry: the next page.
    public long? Before { get; init; }

    public bool IsEmpty => this with { Before = null } == new AuditFilter();

    public IQueryable<AuditEntry> Of(LeadDb db)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (User is { } user)
            entries = entries.Where(entry => entry.UserId == user);
        if (Act != "")
            entries = entries.Where(entry => entry.Act == Act);
        if (Subject != "")
            entries = entries.Where(entry => entry.Kind == Kind && entry.SubjectId == Subject);
        if (From?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) is { } from)
            entries = entries.Where(entry => entry.At >= from);
        if (To?.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc) is { } to)
            entries = entries.Where(entry => entry.At <= to);
        if (Before is { } before)
            entries = entries.Where(entry => entry.Id < before);
        return entries.OrderByDescending(entry => entry.Id);
    }

    public string Query(long? before = null) => QueryString.Create(
        new Dictionary<string, string?>
        {
            ["user"] = User?.ToString(),
            ["act"] = Act,
            ["kind"] = Kind,
            ["subject"] = Subject,
            ["from"] = From?.ToString("yyyy-MM-dd", InvariantCulture),
            ["to"] = To?.ToString("yyyy-MM-dd", InvariantCulture),
            ["before"] = before?.ToString(InvariantCulture),
        }.Where(part => !string.IsNullOrEmpty(part.Value))).ToString();
}

public sealed record AuditPage(
    AuditFilter Filter, IReadOnlyList<AuditEntry> Entries, IReadOnlyList<(Guid Id, string Name)> Users, Pager Pager);
