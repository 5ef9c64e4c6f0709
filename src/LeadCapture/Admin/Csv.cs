using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Admin;

/// One line of a CSV file that spreadsheets open without running anything in it.
public static class Csv
{
    private static readonly char[] Formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss'Z'", InvariantCulture);

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        // An apostrophe makes it text. It stands where the first character that counts would begin a formula.
        var first = text.TrimStart(' ');
        var safe = first.Length > 0 && Formula.Contains(first[0]) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n;") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
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
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(Csv.Line(head));
        await foreach (var row in rows.WithCancellation(context.HttpContext.RequestAborted))
            await writer.WriteAsync(Csv.Line(row));
    }
}
