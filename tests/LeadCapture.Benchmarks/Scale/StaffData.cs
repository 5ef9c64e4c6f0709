using LeadCapture.Admin.Audit;
using LeadCapture.Admin.Runs;
using LeadCapture.Forms.Numbers;

namespace LeadCapture.Benchmarks.Scale;

/// What the staff of a large installation left behind: events with their tablets, runs, the audit log, and what was counted of the form.
public sealed class StaffData(IReadOnlyList<Guid> leads, DateTime now)
{
    /// The newest ones.
    public const int Run = Runs;
    public const int Event = Events;

    private const int Runs = 50;
    private const int Events = 50;
    private const int TabletsOfEach = 10;
    private const int Days = 90;
    private const string Staff = "Ann <ann@scale.example>";

    /// One lead in ten came from a tablet, was part of the run, and stands in the audit log.
    private readonly IReadOnlyList<Guid> some = [.. leads.Where((_, place) => place % 10 == 0)];
    private readonly Guid[] tablets = [.. Enumerable.Range(0, Events * TabletsOfEach).Select(_ => Guid.NewGuid())];

    public IReadOnlyList<TableRows> Tables =>
    [
        new("events", "id, name, form_id, translation_ids, goal, created_at, public_key, pin",
            Enumerable.Range(1, Events).Select(id => (object?[])[id, $"Fair {id}", 1, Array.Empty<int>(), 5000, now, "", "1234"])),
        new("devices", "id, event_id, name, token_hash, key, paired_at, last_seen_at, browser, version, captured, on_device, clock_ahead",
            tablets.Select((id, place) => (object?[])
                [id, 1 + (place / TabletsOfEach), $"Tablet {place}", id.ToString("N"), "", now, now, "Safari", "1", CapturedOn(place), 0, 0L])),
        new("captures", @"device_id, id, event_id, number, captured_at, received_at, ""by"", lead_id", some.Select((lead, place) => (object?[])
            [
                tablets[place % tablets.Length], Guid.NewGuid(), 1 + (place % tablets.Length / TabletsOfEach), 1 + (place / tablets.Length),
                now, now, place % 3 == 0 ? "Ann" : "Bo", lead,
            ])),
        new("runs", @"id, ""order"", state, ordered_at, who, reason, agreed, members, under_way, succeeded, failed, skipped, stage, "
            + "stage_begun, stage_failed, ended_at", Enumerable.Range(1, Runs).Select(id => (object?[])
            [id, (int)RunOrder.Resubmit, (int)RunState.Done, now, Staff, "", false, some.Count, 0, some.Count, 0, 0, 3, 0, 0, now])),
        new("run_leads", "run_id, position, lead_id, state", some.Select((lead, place) => (object?[])
            [Run, 1 + place, lead, (int)RunLeadState.Done])),
        new("audit_entries", "at, who, act, kind, subject_id, text, address", some.Select(lead => (object?[])
            [now, Staff, AuditAction.Resubmitted, "lead", lead.ToString(), "", "192.0.2.1"])),
        new("form_counts", "form_id, day, what, channel, name, count",
            from day in Enumerable.Range(0, Days)
            from what in new[] { Counted.View, Counted.Start, Counted.Send }
            from channel in new[] { "Page", "Embed", "Booth" }
            from campaign in Enumerable.Range(0, 10)
            select (object?[])[1, FormCount.DayOf(DateOnly.FromDateTime(now).AddDays(-day)), (int)what, channel, $"campaign {campaign}", 100L]),
    ];

    private int CapturedOn(int tablet) => (some.Count + tablets.Length - 1 - tablet) / tablets.Length;
}
