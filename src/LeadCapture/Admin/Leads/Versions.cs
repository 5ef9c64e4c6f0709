using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Leads.Search;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads;

/// Corrected answers of a lead: who says so and why.
public sealed record Version(int Number, SubmittedAnswers Answers, Guid? UserId, string Who, string Why)
{
    /// The run that makes it.
    public int? RunId { get; init; }
}

/// Keeps corrected answers as a version, with what was before. For one who holds the delivery in a transaction, and saves.
public sealed class Versions(LeadDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<Change>> Add(Delivery delivery, Version version, FormDefinition form)
    {
        var id = delivery.LeadId;
        var before = await db.Leads.Where(lead => lead.Id == id).Select(lead => lead.AnswersJson).SingleAsync();
        var was = SubmittedAnswers.Parse(before);
        var changes = Change.Between(was, version.Answers, form);
        if (changes.Count == 0)
            return changes;
        var answers = version.Answers with { Remarks = was.Remarks };
        var (now, after) = (clock.GetUtcNow().UtcDateTime, answers.ToJson());
        var (email, linkedIn) = answers.Shown(form).Person;
        await db.Leads.Where(lead => lead.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(lead => lead.AnswersJson, after).SetProperty(lead => lead.Email, email)
            .SetProperty(lead => lead.LinkedIn, linkedIn)
            .SetProperty(lead => lead.AnswersVersion, version.Number));
        await LeadIndex.Correct(db, id, answers);
        db.Corrections.Add(new()
        {
            LeadId = id,
            Number = version.Number,
            At = now,
            UserId = version.UserId,
            Who = version.Who,
            Why = version.Why,
            RunId = version.RunId,
            Before = before,
            After = after,
        });
        delivery.IsAbout(email, linkedIn);
        delivery.Postpone(now);
        delivery.Keep([.. ProblemsJson.Read(delivery.Problems).Where(problem => !IsMeant(problem.Field, changes))],
            version.Answers, [.. form.Forwarded(version.Answers).Select(field => field.Sent.Key)]);
        return changes;
    }

    /// Reply.io complains about custom fields by number, which any change of them may have moved.
    private static bool IsMeant(string field, IReadOnlyList<Change> changes) => changes.Any(change =>
        field.Equals(change.Id, StringComparison.OrdinalIgnoreCase)
        || (change.IsCustom && field.StartsWith("customFields", StringComparison.Ordinal)));
}
