using LeadCapture.Forms.Fields;
using LeadCapture.Localization;

namespace LeadCapture.Forms;

/// Puts right what a visitor did not do wrong: answers in each other's box, and what came along unseen.
public static class Tidying
{
    private const int LongestPage = 2000;
    private const int LongestHidden = 500;
    private const int LongestAddress = 500;

    /// Of a value that is kept as it came.
    private const int LongestRemark = 4000;

    public static Submission Of(FormDefinition form, Submission submission)
    {
        submission = submission with
        {
            Properties = new(submission.Properties),
            CustomFields = [.. submission.CustomFields],
            Page = FieldKinds.Url.Clean(Readable(submission.Page)),
            Remarks = [],
        };
        Exchange(form, submission.Properties);
        foreach (var field in form.Fields.Where(field => field.Source == AnswerSource.Fixed))
            Fix(submission, field);
        if (submission.Attribution is { } attribution)
            Map(form, submission, attribution);
        foreach (var field in form.Fields.Where(field => !field.Kind.IsSeen))
            Set(submission, field, Tidied(form, submission, field, submission.ValueOf(field)));
        foreach (var field in Visibility.Of(form, submission).Hidden)
            if (field.Kind.IsSeen)
                Set(submission, field, Keepable(submission, field, submission.ValueOf(field)));
        return submission with { Page = Cut(submission, "Page", submission.Page, LongestPage) };
    }

    /// An email address in the box for LinkedIn, or the other way round, goes where it belongs if nothing else stands there.
    private static void Exchange(FormDefinition form, Dictionary<string, string> properties)
    {
        var (email, profile) = (properties.GetValueOrDefault("email", ""), properties.GetValueOrDefault("linkedInUrl", ""));
        if (Math.Max(email.Length, profile.Length) > LongestAddress || !Asks(form, "email") || !Asks(form, "linkedInUrl"))
            return;
        var meant = ContactFields.Get("email").Normalize(profile);
        var isEmail = EmailSpelling.IsAddress(meant);
        var isProfile = WebAddress.NamesLinkedIn(email);
        if (isEmail && (email == "" || isProfile))
            (properties["email"], properties["linkedInUrl"]) = (meant, email);
        else if (isEmail && meant.Equals(ContactFields.Get("email").Normalize(email), StringComparison.OrdinalIgnoreCase))
            properties["linkedInUrl"] = "";
        else if (isProfile && profile == "")
            (properties["email"], properties["linkedInUrl"]) = ("", email);
    }

    private static bool Asks(FormDefinition form, string property) =>
        form.Fields.Any(field => field.Property == property && field.Kind.IsSeen);

    /// A visitor can mend nothing about a hidden answer: what cannot be sent stays on the lead.
    private static string Tidied(FormDefinition form, Submission submission, Field field, string value)
    {
        var known = field.Property is { } property ? form.PropertyField(property) : field;
        var longest = field.MaxLength ?? known.MaxLength ?? LongestHidden;
        value = Cut(submission, field.Label, known.Kind.Clean(Readable(value)), longest);
        if (MergeTags.IsNoValue(value))
            return "";
        var rule = known with { Required = false, MaxLength = longest };
        if (FieldRules.ProblemOf(rule, value) is null)
            return value;
        Note(submission, field.Label, value, English.Of(() => $"Not sent: {FieldRules.ProblemOf(rule, value)}"));
        return "";
    }

    /// Typed where a condition hides the field: nobody is asked to mend it.
    private static string Keepable(Submission submission, Field field, string value) =>
        Cut(submission, field.Label, field.Kind.Clean(Readable(value)), field.MaxLength ?? field.Kind.MaxLength);

    /// A program tells how its visitor came, and no hidden field by name.
    private static void Map(FormDefinition form, Submission submission, Attribution attribution)
    {
        foreach (var field in form.Fields.Where(field => !field.Kind.IsSeen && field.Source is null or AnswerSource.Link))
            if (submission.ValueOf(field) == "" && attribution[field.Parameter ?? field.Id] is { } value)
                Put(submission, field, value);
    }

    /// Whatever was sent.
    private static void Fix(Submission submission, Field field) => Put(submission, field, field.Default);

    private static void Put(Submission submission, Field field, string value)
    {
        if (field.Key is not null && submission.RowOf(field) is null)
            submission.CustomFields.Add(new(submission.CustomFields.Select(row => row.Index).DefaultIfEmpty(-1).Max() + 1, field.Key, ""));
        Set(submission, field, value);
    }

    private static string Cut(Submission submission, string label, string value, int longest)
    {
        if (value.Length <= longest)
            return value;
        Note(submission, label, value, $"Shortened to {longest.ToString("N0", InvariantCulture)} characters");
        return InputNormalizer.Start(value, longest);
    }

    private static void Note(Submission submission, string label, string value, string what) =>
        submission.Remarks.Add(new(label, InputNormalizer.Start(value, LongestRemark), what));

    private static void Set(Submission submission, Field field, string value)
    {
        if (field.Property is { } property)
            submission.Properties[property] = value;
        else if (submission.RowOf(field) is { } row)
            submission.CustomFields[submission.CustomFields.IndexOf(row)] = row with { Value = value };
    }

    /// Without what was damaged on its way.
    private static string Readable(string value) => InputNormalizer.IsSendable(value, lines: true)
        ? value
        : string.Concat(value.EnumerateRunes().Where(rune => rune.Value != '\uFFFD').Select(rune => rune.ToString()));
}
