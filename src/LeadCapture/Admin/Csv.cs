using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin;

/// CSV files that spreadsheets open without running anything in them.
public static class Csv
{
    /// What begins a formula, also in the wide and the small letters of Asia.
    private const string Formula = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B";

    /// A semicolon is where Europe's spreadsheets part cells.
    private static readonly CsvWriterOptions Written = new()
    {
        Quoting = CsvQuoting.WhenNeededOrWhitespace,
        ShouldQuote = (text, _, _, _) => text.Contains(';'),
        ValidateFieldCount = false,
    };

    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss'Z'", InvariantCulture);

    public static CsvWriter Writer(TextWriter text) => CsvWriter.Create(text, Written, leaveOpen: true);

    public static void WriteCells(this CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(Safe(cell));
    }

    /// As it was before Safe made text of it.
    public static string Plain(string cell) => cell.StartsWith('\'') && IsFormula(cell[1..]) ? cell[1..] : cell;

    /// An apostrophe makes it text.
    private static string Safe(string? text) => text is null ? "" : IsFormula(text) ? "'" + text : text;

    /// By the first character that is seen. Apostrophes do not count: one that was typed gets ours as well, so that it is told
    /// from ours.
    private static bool IsFormula(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune.IsBmp && Formula.Contains((char)rune.Value))
                return true;
            else if (rune.Value != '\'' && !Unseen.Has(rune))
                return false;
        return false;
    }
}

/// Rows as a file to keep. They go out as they are read: a long list needs no memory.
public sealed class CsvFile(string name, IReadOnlyList<string> head, IAsyncEnumerable<IReadOnlyList<string?>> rows) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        // The mark at the beginning tells Excel that it is UTF-8.
        await using var text = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await using var csv = Csv.Writer(text);
        csv.WriteCells(head);
        await csv.EndRecordAsync();
        await foreach (var row in rows.WithCancellation(context.HttpContext.RequestAborted))
        {
            csv.WriteCells(row);
            await csv.EndRecordAsync();
        }
    }
}
