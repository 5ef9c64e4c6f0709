using System.Globalization;
using LeadCapture.Data;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Leads.Import.ImportText;

namespace LeadCapture.Admin.Leads.Import;

/// Holds lines against what is stored. Writes nothing.
public sealed class ImportCheck(LeadDb db, LeadList list, FormCatalog forms)
{
    public async Task<List<CheckedLine>> Of(LeadTable table, IReadOnlyList<TableLine> lines)
    {
        List<Guid> ids = [.. lines.Select(table.IdOf).OfType<Guid>().Distinct()];
        var stored = await db.Deliveries.AsNoTracking().Include(delivery => delivery.Lead)
            .Where(delivery => ids.Contains(delivery.LeadId)).ToDictionaryAsync(delivery => delivery.LeadId);
        var versions = await list.Versions(ids);
        List<CheckedLine> all = [];
        foreach (var line in lines)
            all.Add(ProblemOf(table, line, stored) is { } problem
                ? Bad(line, problem)
                : await Compare(table, line, stored[table.IdOf(line)!.Value], versions));
        return all;
    }

    private static LineProblem? ProblemOf(LeadTable table, TableLine line, Dictionary<Guid, Delivery> stored)
    {
        if (line.Problem != "")
            return new("", line.Problem);
        if (table.IdOf(line) is not { } id)
            return OfId(T["This is not a lead ID"]);
        if (table.FirstLineOf(id) != line.Number)
            return OfId(T["The same lead is also in line {0}. Keep only one of them.", table.FirstLineOf(id)]);
        return stored.ContainsKey(id) ? null : OfId(T["No lead has this ID"]);
    }

    private async Task<CheckedLine> Compare(LeadTable table, TableLine line, Delivery delivery, Dictionary<Guid, int> versions)
    {
        var lead = delivery.Lead!;
        var stored = SubmittedAnswers.Parse(lead.AnswersJson);
        if (LineAnswers.Of(table, line, stored) is not { } typed)
            return Bad(line, new LineProblem(LeadColumn.MoreCustom.Heading, T["Write it like {\"key\": \"value\"}"]));
        var form = (await forms.Version(lead.FormId, lead.FormVersion)).Definition;
        var answers = typed.Differs ? typed.Submission.ToAnswers(form) : stored;
        var changes = Change.Between(stored, answers, form);
        if (changes.Count == 0)
            return new(line) { HasLostLetters = typed.HasLostLetters };
        var version = versions.GetValueOrDefault(delivery.LeadId);
        if ((ProblemOf(delivery) ?? ProblemOf(table.Cell(line, LeadColumn.Version), version)) is { } problem)
            return Bad(line, problem);
        var wrong = FormRules.Of(form).Validate(typed.Submission).Errors
            .Select(failure => new LineProblem(LineAnswers.ColumnOf(failure.PropertyName, typed.Submission), failure.ErrorMessage))
            .Concat(typed.Problems).DistinctBy(problem => problem.Column).ToArray();
        if (wrong.Length > 0)
            return Bad(line, wrong);
        return new(line)
        {
            HasLostLetters = typed.HasLostLetters,
            Planned = new(delivery.LeadId, answers, version, delivery.State == DeliveryState.NeedsAttention,
                stored.Name() ?? stored.Email ?? lead.Reference, changes),
        };
    }

    private static LineProblem? ProblemOf(Delivery delivery) => delivery switch
    {
        { State: DeliveryState.Discarded } => new("", T["The lead was discarded. Restore it first, then import this line again."]),
        { AttemptId: not null } => new("", T["The lead is being sent right now. Import this line again in a minute."]),
        _ => null,
    };

    private static LineProblem? ProblemOf(string cell, int version)
    {
        if (!int.TryParse(cell, NumberStyles.None, InvariantCulture, out var seen))
            return new(LeadColumn.Version.Heading, T["Keep the number from the downloaded file"]);
        return seen == version ? null : new(LeadColumn.Version.Heading,
            T["This lead was corrected after the file was downloaded. Check the lead. To overwrite the correction, enter {0} here.", version]);
    }

    private static LineProblem OfId(string message) => new(LeadColumn.Id.Heading, message);

    private static CheckedLine Bad(TableLine line, params LineProblem[] problems) => new(line) { Problems = problems };
}
