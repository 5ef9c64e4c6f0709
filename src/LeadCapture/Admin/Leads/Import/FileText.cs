using System.Text;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Leads;
using LeadCapture.Shared;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Leads.Import;

/// The text of a file, in whichever code page a spreadsheet has saved it: the one under which most cells stay as they are stored.
public sealed class FileText(LeadDb db)
{
    /// Enough to tell code pages apart.
    private const int MostLines = 500;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// The likeliest first: Western, Central European, Cyrillic, Greek and Turkish Windows, Mac, and the DOS of Western Europe.
    private static readonly Encoding[] CodePages =
        [.. ((string[])["windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "macintosh", "ibm850"])
            .Select(name => TextEncoding.Find(name)!)];

    public async Task<string> Of(byte[] bytes)
    {
        if (Marked(bytes) is { } text)
            return text;
        var cells = await Cells(bytes);
        return CodePages.MaxBy(page => cells.Count(cell => cell.IsStoredIn(page)))!.GetString(bytes);
    }

    /// UTF-8 with or without its mark, UTF-16 with it, or with the noughts that only it has. Null: it is neither.
    internal static string? Marked(byte[] bytes)
    {
        if (bytes is [not 0, 0, not 0, 0, ..] && bytes.Length % 2 == 0)
            return Encoding.Unicode.GetString(bytes);
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), Strict, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// Latin 1 keeps every byte, and all these code pages have the letters of ASCII in common.
    private async Task<List<StrangeCell>> Cells(byte[] bytes)
    {
        if (LeadTableReader.Read(Encoding.Latin1.GetString(bytes)).Table is not { } table)
            return [];
        var lines = table.Lines.Where(line => table.IdOf(line) is not null && !line.Cells.All(cell => Ascii.IsValid(cell)))
            .Take(MostLines).ToList();
        List<Guid> ids = [.. lines.Select(line => table.IdOf(line)!.Value)];
        var stored = await db.Leads.AsNoTracking().Where(lead => ids.Contains(lead.Id))
            .Select(lead => new { lead.Id, lead.AnswersJson })
            .ToDictionaryAsync(lead => lead.Id, lead => SubmittedAnswers.Parse(lead.AnswersJson));
        return
        [
            .. from line in lines
               where stored.ContainsKey(table.IdOf(line)!.Value)
               from cell in table.Answers(line)
               where !Ascii.IsValid(cell.Text)
               select new StrangeCell(cell.Column, Encoding.Latin1.GetBytes(cell.Text), stored[table.IdOf(line)!.Value]),
        ];
    }

    private sealed record StrangeCell(LeadColumn Column, byte[] Bytes, SubmittedAnswers Answers)
    {
        public bool IsStoredIn(Encoding page)
        {
            var key = page.GetString(Encoding.Latin1.GetBytes(Column.Name));
            var stored = Column.Kind == ColumnKind.Property
                ? Answers.Properties.GetValueOrDefault(key)
                : Answers.CustomFields.Find(field => field.Key.Equals(key, StringComparison.OrdinalIgnoreCase))?.Value;
            var text = InputNormalizer.Clean(Csv.Plain(page.GetString(Bytes)));
            return stored is not null && (text == InputNormalizer.Clean(stored) || LostLetters.IsLossy(stored, text));
        }
    }
}
