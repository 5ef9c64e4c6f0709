using System.IO.Compression;
using System.Text;
using LeadCapture.ReplyIo;

namespace LeadCapture.Tests.ReplyIo;

/// Bodies as servers and proxies pack them.
public class ReadingTests
{
    private static readonly NewContact Ann = new() { Email = "ann@example.com" };
    private static CancellationToken Never => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task A_packed_contact_is_read(string encoding)
    {
        await using var server = await Packed(201, CannedServer.Contact, encoding);

        var answer = await new ReplyIoClient().Create(Ann, server.V4, Never);

        Assert.Equal((Outcome.Accepted, CannedServer.Contact), (answer.Outcome, answer.ContactJson));
    }

    [Fact]
    public async Task A_packed_error_says_why()
    {
        await using var server = await Packed(422, """{"detail":"The phone number has no country code."}""", "gzip");

        var answer = await new ReplyIoClient().Create(Ann, server.V4, Never);

        Assert.Equal((Outcome.Refused, "The phone number has no country code."), (answer.Outcome, answer.Reason));
    }

    [Fact]
    public async Task What_cannot_be_unpacked_is_no_contact_and_may_be_there()
    {
        await using var server = await CannedServer.Doing(http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return CannedServer.Answer(http, 201, CannedServer.Contact);
        });

        var answer = await new ReplyIoClient().Create(Ann, server.V4, Never);

        Assert.Equal((Outcome.Unknown, Cause.NotAContact, 201), (answer.Outcome, answer.Cause, answer.Status));
    }

    [Fact]
    public async Task What_unpacks_to_more_than_four_megabytes_is_read_no_further()
    {
        await using var server = await Packed(201, $$"""{"id":5,"notes":"{{new string('n', 50_000_000)}}"}""", "gzip");

        var answer = await new ReplyIoClient().Create(Ann, server.V4, Never);

        Assert.Equal((Outcome.Unknown, Cause.NotAContact), (answer.Outcome, answer.Cause));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public async Task A_contact_behind_a_byte_order_mark_is_read(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        await using var server = await Bytes(201, [.. encoding.GetPreamble(), .. encoding.GetBytes(CannedServer.Contact)], null);

        var answer = await new ReplyIoClient().Create(Ann, server.V4, Never);

        Assert.Equal((Outcome.Accepted, CannedServer.Contact), (answer.Outcome, answer.ContactJson));
    }

    [Fact]
    public async Task A_look_up_behind_a_byte_order_mark_is_read()
    {
        var page = Encoding.UTF8.GetBytes("""{"items":[{"id":7,"email":"ann@example.com"}]}""");
        await using var server = await Bytes(200, [.. Encoding.UTF8.GetPreamble(), .. page], null);

        var answer = await new ReplyIoClient().LookUp("ann@example.com", null, server.V4, Never);

        Assert.Equal((Cause.Found, 7), (answer.Cause, answer.Contact?.Id));
    }

    private static Task<CannedServer> Packed(int status, string body, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding == "gzip" ? new GZipStream(packed, CompressionLevel.Fastest) : new ZLibStream(packed, CompressionLevel.Fastest))
            packing.Write(Encoding.UTF8.GetBytes(body));
        return Bytes(status, packed.ToArray(), encoding);
    }

    private static Task<CannedServer> Bytes(int status, byte[] body, string? encoding) => CannedServer.Doing(async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.Headers.ContentEncoding = encoding;
        await http.Response.Body.WriteAsync(body);
    });
}
