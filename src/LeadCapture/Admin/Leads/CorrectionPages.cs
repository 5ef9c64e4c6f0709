using FluentValidation.Results;
using LeadCapture.Forms.Fields;
using LeadCapture.Forms;
using LeadCapture.Shared;
using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// Makes the page of a correction with the parts of the form itself: its fields, labels and rules.
public static class CorrectionPages
{
    /// As it is stored, with the complaints of Reply.io, or of its form's rules, beside their fields.
    public static CorrectionPage Stored(LeadPage lead) => Of(lead, SubmissionOf(lead.Answers), Complaints(lead));

    /// As it was typed, with what is wrong with it.
    public static CorrectionPage Of(LeadPage lead, Submission submission, IEnumerable<ValidationFailure> failures)
    {
        var wrong = failures.ToList();
        var asked = Asked(lead.Form.Definition, submission, wrong);
        var page = FormPages.Refused(lead.Form with { Definition = asked }, FormShape.Correction, submission, wrong);
        return new(lead, page with { Inputs = [.. page.Inputs.Select(input => input with { IsClearable = !input.Field.Required })] });
    }

    public static Submission SubmissionOf(SubmittedAnswers answers) => new()
    {
        Properties = answers.Properties.ToDictionary(),
        CustomFields = [.. answers.CustomFields.Select((field, place) => new CustomRow(place, field.Key, field.Value))],
    };

    private static IEnumerable<ValidationFailure> Complaints(LeadPage lead) =>
        ReplyProblems.Of(lead.Delivery.Problems, lead.Answers, lead.Form.Definition)
            .Select(problem => new ValidationFailure(problem.Input,
                lead.Delivery.Attempts > 0 ? T["Reply.io: {0}", problem.Detail] : problem.Detail));

    /// Nothing stays unseen here: neither what came along hidden, nor what the form does not ask for.
    private static FormDefinition Asked(FormDefinition form, Submission submission, List<ValidationFailure> wrong)
    {
        var more = form.NotAsked
            .Where(field => submission.ValueOf(field) != "" || wrong.Exists(failure => failure.PropertyName == field.Property));
        return form.Map(field => field.Kind.IsSeen ? field : field with { Kind = FieldKinds.Text })
            .With(new FormSection { Heading = T["Not part of the form"], Fields = [.. more] }) with
        { FreeCustomFields = true };
    }
}
