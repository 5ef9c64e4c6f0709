using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using LeadCapture.Forms.Numbers;
using Microsoft.Extensions.Primitives;

namespace LeadCapture.Shared;

/// Reads a submission out of posted inputs. Names that no contact knows (buttons, other people's fields) are passed over.
public static class PostedForm
{
    private const string Custom = "customFields[";
    private const int MostInputs = 4096;
    private const int LongestId = 200;

    /// Nobody types so many custom fields, and each costs more to show again than to send.
    public const int MostRows = 2 * FormRules.MostCustomFields;

    /// Read here because the server's own way refuses a whole form for one NUL in it, and knows no encoding but UTF-8. The body's
    /// own limit is enough for the rest.
    public static async Task<Dictionary<string, StringValues>> Inputs(HttpRequest request, CancellationToken aborted)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, aborted);
        var charset = request.GetTypedHeaders().ContentType?.Charset.Value;
        return Inputs(body.GetBuffer().AsSpan(0, (int)body.Length), charset, MostInputs);
    }

    public static Dictionary<string, StringValues> Inputs(Span<byte> body, string? charset, int most)
    {
        var inputs = PostedText.Read(body, charset, most);
        if (inputs.Keys.Select(RowOf).OfType<(string Row, string Part)>().DistinctBy(name => name.Row).Count() > MostRows)
            throw new InvalidDataException("There are more custom fields than anybody types.");
        return inputs;
    }

    /// What a link says, of which a browser sends the path as it was written.
    public static Dictionary<string, StringValues> Inputs(QueryString link) => link.HasValue
        ? PostedText.Read(Encoding.UTF8.GetBytes(link.Value![1..]), charset: null, MostInputs)
        : [];

    public static Submission Read(IEnumerable<KeyValuePair<string, StringValues>> posted)
    {
        Dictionary<string, string> properties = [];
        Dictionary<string, (string Key, string Value)> rows = new(StringComparer.Ordinal);
        string id = "", page = "", version = "", elapsed = "", attribution = "", stamp = "", trap = "", proof = "";
        foreach (var (name, values) in posted)
        {
            if (ContactFields.Find(name) is not null)
                properties[name] = Joined(values);
            else if (RowOf(name) is var (row, part))
                rows[row] = part == "key"
                    ? (InputNormalizer.Key(Joined(values)), rows.GetValueOrDefault(row).Value ?? "")
                    : (rows.GetValueOrDefault(row).Key ?? "", Joined(values));
            else if (name == "submissionId")
                id = IdOf(InputNormalizer.Clean(values[^1]));
            else if (name == "page")
                page = InputNormalizer.Clean(values[^1]);
            else if (name == "attribution")
                attribution = values[^1] ?? "";
            else if (name == "version")
                version = InputNormalizer.Clean(values[^1]);
            else if (name == "elapsed")
                elapsed = InputNormalizer.Clean(values[^1]);
            else if (name == FormPage.StampName)
                stamp = InputNormalizer.Clean(values[^1]);
            else if (name == FormPage.TrapName)
                trap = InputNormalizer.Clean(values[^1]);
            else if (name == FormPage.ProofName)
                proof = InputNormalizer.Clean(values[^1]);
        }
        return new()
        {
            Properties = properties,
            CustomFields = [.. rows.OrderBy(row => NumberOf(row.Key) ?? int.MaxValue)
                .Select((row, place) => new CustomRow(NumberOf(row.Key) ?? -2 - place, row.Value.Key, row.Value.Value))],
            Id = id,
            Page = page,
            Attribution = Attribution.Parse(attribution),
            Version = NumberOf(version),
            Elapsed = Seconds.Read(elapsed),
            Traces = stamp == "" && trap == "" && proof == "" ? Traces.None : new(stamp, trap, proof),
        };
    }

    /// Nobody sees it, so a long one is no reason to refuse; the same one again is the same all the same.
    private static string IdOf(string sent) => sent.Length <= LongestId && InputNormalizer.IsSendable(sent, lines: false)
        ? sent
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sent)));

    /// Several answers under one name (boxes to tick, a field that is there twice) are one answer with all of them.
    private static string Joined(StringValues values) =>
        string.Join(CheckboxesKind.Separator, values.Select(InputNormalizer.Clean).Where(value => value != "").Distinct());

    /// customFields[12].key → ("12", "key"). Whatever stands for the number, what belongs together stays together.
    private static (string Row, string Part)? RowOf(string name)
    {
        if (!name.StartsWith(Custom, StringComparison.Ordinal))
            return null;
        var end = name.LastIndexOf("].", StringComparison.Ordinal);
        return end >= Custom.Length && name[(end + 2)..] is "key" or "value"
            ? (name[Custom.Length..end], name[(end + 2)..])
            : null;
    }

    public static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, InvariantCulture, out var number) ? number : null;
}
