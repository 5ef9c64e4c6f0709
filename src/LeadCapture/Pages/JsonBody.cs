using System.Text.Unicode;
using System.Text;
using LeadCapture.Shared;

namespace LeadCapture.Pages;

/// JSON as UTF-8, whatever encoding it came in.
public static class JsonBody
{
    /// Null where it is not in the encoding that it declares, or in one that nobody knows.
    public static async Task<ReadOnlyMemory<byte>?> Read(HttpRequest request, CancellationToken aborted)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, aborted);
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        var charset = request.GetTypedHeaders().ContentType?.Charset.Value;
        var encoding = string.IsNullOrEmpty(charset) ? Encoding.UTF8 : TextEncoding.Find(charset);
        if (encoding is null)
            return null;
        if (encoding.CodePage != Encoding.UTF8.CodePage)
            bytes = Encoding.UTF8.GetBytes(encoding.GetString(bytes.Span));
        if (!Utf8.IsValid(bytes.Span))
            return null;
        return bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
    }
}
