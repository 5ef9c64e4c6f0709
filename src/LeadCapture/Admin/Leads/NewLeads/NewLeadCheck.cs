using LeadCapture.Admin.Leads.Import;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads.NewLeads;

/// Holds lines against the rules of the form and what was imported before. Writes nothing.
public sealed class NewLeadCheck(LeadDb db)
{
    public async Task<List<NewLead>> Of(NewLeadFile file, IReadOnlyList<TableLine> lines, HashSet<string> seen)
    {
        var ids = lines.Where(line => line.Problem == "").ToDictionary(line => line.Number, line => file.Table.IdOf(line, file.Form.Id));
        var wanted = ids.Values.ToList();
        var known = await db.Leads.Where(lead => lead.FormId == file.Form.Id && wanted.Contains(lead.SubmissionId))
            .Select(lead => lead.SubmissionId).ToHashSetAsync();
        return [.. lines.Select(line => ids.TryGetValue(line.Number, out var id)
            ? known.Contains(id) || !seen.Add(id) ? new(line, LineFate.Known) : Of(file, line, id)
            : new NewLead(line, LineFate.Bad) { Problems = [new("", line.Problem)] })];
    }

    private static NewLead Of(NewLeadFile file, TableLine line, string id)
    {
        var form = file.Form.Definition;
        var reading = LineReading.Of(form, file.Table, file.Targets, line);
        if (reading.IsEmpty)
            return new(line, LineFate.Empty);
        var submission = Tidying.Of(form, CorrectionPages.SubmissionOf(reading.Answers));
        var wrong = reading.Problems.Concat(FormRules.Of(form).Validate(submission).Errors
            .Select(failure => new LineProblem(reading.ColumnOf(failure.PropertyName, submission), failure.ErrorMessage)))
            .DistinctBy(problem => problem.Column).ToArray();
        return wrong.Length > 0
            ? new(line, LineFate.Bad) { Problems = wrong }
            : new(line, LineFate.Ready) { Id = id, Read = reading.Answers, Stored = submission.ToAnswers(form) };
    }
}
