using System.Text;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Leads;
using static LeadCapture.Alerts.AlertText;

namespace LeadCapture.Alerts.Notices;

/// What is said about new leads: how many, and links; who they are only where that was chosen.
public sealed class NoticeMessages(FormCatalog forms, LeadLinks links)
{
    private const int MostListed = 10;

    /// Null where no lead came in.
    internal async Task<NoticeMessage?> Of(SqlReader reading, DueNotice notice, DateTime until)
    {
        var (leads, count) = await NoticeRow.New(reading, notice.FormId, notice.ToldUntil, until, MostListed);
        if (count == 0)
            return null;
        var home = await links.Home(reading);
        List<string> parts = [];
        if (count > leads.Count)
            parts.Add(T["Newest {0}:", leads.Count]);
        foreach (var lead in leads)
            parts.Add(await PartOf(lead, notice, home));
        if (count > 1)
            parts.Add(T["All leads of this form: {0}", home + LeadLinks.OfForm(notice.Slug)]);
        return new(await SubjectOf(notice, count), string.Join("\n\n", parts));
    }

    private async Task<string> SubjectOf(DueNotice notice, long count)
    {
        var title = (await forms.Find(notice.Slug))?.Definition.Title is { Length: > 0 } shown ? shown : notice.Slug;
        return count == 1 ? T["1 new lead on {0}", title] : T["{0:N0} new leads on {1}", count, title];
    }

    private async Task<string> PartOf(Lead lead, DueNotice notice, string home)
    {
        var part = new StringBuilder(T["{0}, received {1}", lead.Reference, lead.ReceivedAt.ToString("d MMM yyyy, HH:mm 'UTC'", InvariantCulture)]);
        if (notice.IncludesAnswers)
        {
            var form = (await forms.Version(lead.FormId, lead.FormVersion)).Definition;
            foreach (var (label, value) in AnswerSummary.Of(SubmittedAnswers.Parse(lead.AnswersJson).Shown(form), form))
                part.Append('\n').Append(label).Append(": ").Append(value.ReplaceLineEndings(" "));
        }
        return part.Append('\n').Append(home).Append(LeadLinks.Of(lead.Id)).ToString();
    }
}

internal sealed record NoticeMessage(string Subject, string Text);
