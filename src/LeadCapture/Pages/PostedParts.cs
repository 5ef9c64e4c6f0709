using System.Net;
using System.Text;
using LeadCapture.Forms;
using LeadCapture.Shared;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LeadCapture.Pages;

/// Inputs as a script posts them as FormData. Files are passed over.
public static class PostedParts
{
    /// Of the body with all its heads; a form of ours has a few dozen inputs.
    private const int MostParts = 4096;

    /// As RFC 2046 has it.
    private const int LongestBoundary = 70;

    public static bool Fit(HttpRequest request) =>
        request.GetTypedHeaders().ContentType?.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    public static async Task<Submission> Read(HttpRequest request, CancellationToken aborted) =>
        PostedForm.Read(PostedForm.Inputs(await Join(request.Body, BoundaryOf(request), aborted), charset: null, MostParts));

    private static string BoundaryOf(HttpRequest request) =>
        HeaderUtilities.RemoveQuotes(request.GetTypedHeaders().ContentType!.Boundary).Value is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary
            : throw new BadHttpRequestException("The form data names no boundary, or one that is too long.");

    /// In the way of a posted form, so that both are read alike.
    private static async Task<byte[]> Join(Stream body, string boundary, CancellationToken aborted)
    {
        using var joined = new MemoryStream();
        var reader = new MultipartReader(boundary, body);
        while (await reader.ReadNextSectionAsync(aborted) is { } part)
        {
            using var value = new MemoryStream();
            await part.Body.CopyToAsync(value, aborted);
            if (part.GetContentDispositionHeader() is not { } head || !head.IsFormDisposition())
                continue;
            joined.Write("&"u8);
            joined.Write(Escaped(Encoding.UTF8.GetBytes(HeaderUtilities.RemoveQuotes(head.Name).Value ?? "")));
            joined.Write("="u8);
            joined.Write(Escaped(value.ToArray()));
        }
        return joined.ToArray();
    }

    private static byte[] Escaped(byte[] text) => WebUtility.UrlEncodeToBytes(text, 0, text.Length)!;
}
