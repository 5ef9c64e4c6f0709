using System.Net;

namespace LeadCapture.ReplyIo;

/// <summary>
/// A body that asks once more whether it may go out. It is asked when the connection stands and before anything of the request is
/// written: a program that was held up until then sends nothing that it no longer may.
/// </summary>
internal sealed class LastCheck : HttpContent
{
    private readonly HttpContent body;
    private readonly Func<bool> maySend;

    public LastCheck(HttpContent body, Func<bool> maySend)
    {
        (this.body, this.maySend) = (body, maySend);
        foreach (var (name, values) in body.Headers)
            Headers.TryAddWithoutValidation(name, values);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        maySend() ? body.CopyToAsync(stream, context, cancellationToken) : throw new NotSentException();

    protected override bool TryComputeLength(out long length)
    {
        length = body.Headers.ContentLength ?? 0;
        return body.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            body.Dispose();
        base.Dispose(disposing);
    }
}
