using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin.Runs;
using LeadCapture.Deliveries;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using static LeadCapture.Admin.Leads.NewLeads.NewLeadText;

namespace LeadCapture.Admin.Leads.NewLeads;

/// Which form takes the leads in.
public sealed record ChoosePage(IReadOnlyList<PublishedForm> Forms, string Form)
{
    public IReadOnlyList<(string Value, string Label)> Choices =>
        [("", T["Choose a form"]), .. Forms.Select(form => (form.Slug, $"{form.Definition.Title} ({form.Slug})"))];
}

public sealed record ColumnsPage(NewLeadFile File, IReadOnlyList<string> Chosen)
{
    private const int Samples = 2;
    private const int LongestSample = 60;

    private readonly IReadOnlyList<Target> targets = Target.Of(File.Form.Definition);

    public IEnumerable<FileColumn> Filled => All.Where(column => column.Samples.Count > 0);

    /// Nothing stands in them in this file.
    public IReadOnlyList<FileColumn> Empty => [.. All.Where(column => column.Samples.Count == 0)];

    /// What must be answered, and no column is for it.
    public IReadOnlyList<string> Missing =>
    [
        .. File.Form.Definition.Fields.Where(asked => asked is { Required: true, Kind.IsSeen: true } && !IsChosen(asked))
            .Select(asked => asked.ShownLabel),
    ];

    private bool IsChosen(Field field) => Chosen.Contains(Target.Of(field))
        || (Chosen.Contains(Target.FullName) && field.Property is "firstName" or "lastName");

    private IEnumerable<FileColumn> All => Enumerable.Range(0, Chosen.Count)
        .Where(column => !File.Table.IsTold(column)).Select(ColumnOf);

    private FileColumn ColumnOf(int column) => new(column, File.Table.NameOf(column), Chosen[column],
    [
        .. File.Table.Lines.Where(line => line.Problem == "").Select(line => FileTable.Said(line.Cells[column]))
            .Where(text => text != "").Distinct().Take(Samples).Select(Short),
    ], TargetsOf(File.Table.Headings[column]));

    private IReadOnlyList<Target> TargetsOf(string heading) => Target.CanBeKey(heading)
        ? [.. targets, new(Target.Custom, T["Custom field “{0}”", heading], Target.GroupOfCustom(File.Form.Definition))]
        : targets;

    private static string Short(string text) => InputNormalizer.OneLine(text) is var line && line.Length > LongestSample
        ? InputNormalizer.Start(line, LongestSample) + "…"
        : line;
}

/// A column of the file, what it becomes, and what it could become.
public sealed record FileColumn(int Number, string Name, string Target, IReadOnlyList<string> Samples, IReadOnlyList<Target> Targets)
{
    public string Id => $"column-{Number}";

    public IEnumerable<(string Label, IEnumerable<Target> Targets)> Groups =>
    [
        .. from target in Targets
           group target by target.Group into same
           orderby same.Key
           select (LabelOf(same.Key), same.AsEnumerable()),
    ];

    private static string LabelOf(TargetGroup group) => group switch
    {
        TargetGroup.Asked => T["Fields of the form"],
        TargetGroup.Sent => T["Not in the form, sent to Reply.io"],
        _ => T["Kept with the lead, not sent to Reply.io"],
    };
}

public sealed record ReviewPage(NewLeadReview Review, Pace Pace, Gate Gate)
{
    public string HowMany => RunPlan.LeadsOf(Review.Ready);

    public string HowLong => Pace.IsLimited && Pace.Needs(Review.Ready) is var time && time > TimeSpan.Zero
        ? T["At least {0} at the current call limits", time.Took()]
        : T["As fast as Reply.io responds"];

    /// The answers of the first leads, by their labels, in the order of the contact.
    public IReadOnlyList<string> Labels => [.. Rows.SelectMany(row => row.Said.Keys).Distinct()];

    public IReadOnlyList<(int Line, Dictionary<string, string> Said)> Rows { get; } =
        [.. Review.First.Select(lead => (lead.Line.Number, Said(Review.File.Form.Definition, lead.Stored)))];

    private static Dictionary<string, string> Said(FormDefinition form, SubmittedAnswers answers)
    {
        Dictionary<string, string> said = [];
        foreach (var (property, value) in answers.Properties)
            said.TryAdd(form.PropertyField(property).Label, form.PropertyField(property).Show(value));
        foreach (var field in answers.CustomFields)
            said.TryAdd(form.FieldOf(field.Key)?.ShownLabel ?? field.Key, form.FieldOf(field.Key)?.Show(field.Value) ?? field.Value);
        return said;
    }
}

/// What a run has not imported of its file.
public sealed record SkippedPage(LeadImport Import)
{
    public IReadOnlyList<string> Sentences { get; } = ProblemLines.Sentences(Import.Text);
}
