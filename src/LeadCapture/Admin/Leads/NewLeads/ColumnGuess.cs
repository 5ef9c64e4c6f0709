using System.Text.RegularExpressions;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Admin.Leads.NewLeads;

/// What the columns of a file most likely are: by what the form calls its fields, by what other tools call theirs, and by the look of
/// what stands in them.
public static partial class ColumnGuess
{
    /// Enough to tell by the look.
    private const int MostLines = 200;
    private const int ByLook = 1000;

    public static IReadOnlyList<string> Of(FormDefinition form, FileTable table)
    {
        var guessed = new string[table.Headings.Count];
        Array.Fill(guessed, Target.None);
        HashSet<string> taken = [];
        foreach (var (target, column) in Candidates(form, table))
            if (Free(target, taken) is { } free)
                guessed[column] = free;
        return guessed;
    }

    /// The most telling first.
    private static IEnumerable<(string Target, int Column)> Candidates(FormDefinition form, FileTable table) =>
        from column in Enumerable.Range(0, table.Headings.Count)
        let said = SaidIn(table, column)
        let found = Find(form, table.Headings[column], said)
        where found is not null && Fits(form, found.Value.Target, said)
        orderby found.Value.Rank, column
        select (found.Value.Target, column);

    private static List<string> SaidIn(FileTable table, int column) =>
    [
        .. table.Lines.Take(MostLines).Where(line => line.Problem == "")
            .Select(line => LineReading.First(FileTable.Said(line.Cells[column]))).Where(text => text != ""),
    ];

    /// Rank: the lower, the more telling.
    private static (string Target, int Rank)? Find(FormDefinition form, string heading, List<string> said)
    {
        if (OfForm(form, heading) is { } field)
            return (Target.Of(field), -1);
        if (Headings.Find(heading) is { } known)
            return known;
        if (Most(said, EmailSpelling.IsAddress))
            return ("email", ByLook);
        return Most(said, text => Profile().IsMatch(text)) ? ("linkedInUrl", ByLook) : null;
    }

    /// By label, key or property. A file that was downloaded here calls its own “Custom: key”.
    private static Field? OfForm(FormDefinition form, string heading)
    {
        var column = LeadColumn.Of(heading);
        var plain = Headings.Plain(column.Kind == ColumnKind.Custom ? column.Name : heading);
        return plain == "" ? null : form.Fields.FirstOrDefault(field => Headings.Plain(field.Id) == plain)
            ?? form.Fields.FirstOrDefault(field => Headings.Plain(field.Label) == plain);
    }

    /// A column whose answers the form would mostly refuse is something else, and so is one of salutations.
    private static bool Fits(FormDefinition form, string target, List<string> said) =>
        said.Count == 0 || !(Target.FieldOf(form, target) is { } field
            && Most(said, text => FieldRules.ProblemOf(field with { Required = false }, text) is not null))
        && !(target == "title" && said.TrueForAll(text => Salutation().IsMatch(text)));

    private static bool Most(List<string> said, Predicate<string> isSo) => said.Count > 0 && said.FindAll(isSo).Count * 2 > said.Count;

    /// Of several columns for the address each may be the one that is filled; the second phone number has a place of its own.
    private static string? Free(string target, HashSet<string> taken) =>
        taken.Add(target) || target == "email" ? target
        : target == "phone" && taken.Add("phone2") ? "phone2"
        : null;

    [GeneratedRegex(@"linkedin\.com/(?:in|pub)/", RegexOptions.IgnoreCase)]
    private static partial Regex Profile();

    [GeneratedRegex(@"^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|mme|mlle|m|sir)\b[ .]*(?:dr|prof)?\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Salutation();
}
