using System.Buffers.Binary;
using System.Net;
using System.Text;
using LeadCapture.Forms;
using LeadCapture.Forms.Themes;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace LeadCapture.Tests.Looks;

/// Pictures that people choose: drawn anew, kept in the database, shown to visitors.
public class PictureTests
{
    private const string Secret = "Taken at 52.5200 N 13.4050 E by Ann";

    [Theory]
    [InlineData("image/png", "png", SKEncodedImageFormat.Png)]
    [InlineData("image/jpeg", "jpg", SKEncodedImageFormat.Jpeg)]
    [InlineData("image/webp", "webp", SKEncodedImageFormat.Webp)]
    public async Task A_picture_is_shown_to_visitors_as_large_as_it_is_needed(string type, string extension, SKEncodedImageFormat format)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);

        var saved = await browser.Saves("contact", logo: Drawn(1000, 500, format), cover: Drawn(800, 200, format));
        await app.PublishesDraft("contact");
        var page = await app.Opens("/f/contact");

        Assert.Equal("Saved in the draft. Publish it to show it to visitors.", saved.News);
        var (cover, logo) = (page.Html.QuerySelector("img.cover")!, page.Html.QuerySelector(".logo img")!);
        Assert.Equal(("640", "320"), (logo.GetAttribute("width"), logo.GetAttribute("height")));
        Assert.Equal(("800", "200"), (cover.GetAttribute("width"), cover.GetAttribute("height")));
        Assert.EndsWith("." + extension, logo.GetAttribute("src"));
        using var answer = await app.Visitor.GetAsync(new Uri(logo.GetAttribute("src")!, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        using var bitmap = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal((640, 320), (bitmap.Width, bitmap.Height));
    }

    [Fact]
    public async Task What_a_camera_wrote_into_a_picture_is_gone_and_it_stands_upright()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);
        var photo = WithExif(Halves(300, 100), orientation: 6);
        Assert.Contains(Secret, Encoding.Latin1.GetString(photo));

        await browser.Saves("contact", logo: photo);

        var stored = await app.Query(db => db.Pictures.SingleAsync());
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(stored.Bytes));
        Assert.DoesNotContain("Ann", Encoding.Latin1.GetString(stored.Bytes));
        Assert.Equal((100, 300), (stored.Width, stored.Height));
        // Turned by a quarter: what was on the left is on top.
        using var upright = SKBitmap.Decode(stored.Bytes);
        Assert.Equal((100, 300), (upright.Width, upright.Height));
        Assert.True(upright.GetPixel(50, 20).Red > 200 && upright.GetPixel(50, 20).Blue < 60);
        Assert.True(upright.GetPixel(50, 280).Blue > 200 && upright.GetPixel(50, 280).Red < 60);
    }

    [Theory]
    [InlineData("svg", "Choose a picture in PNG, JPEG, or WebP")]
    [InlineData("gif", "Choose a picture in PNG, JPEG, or WebP")]
    [InlineData("empty", "Choose a picture in PNG, JPEG, or WebP")]
    [InlineData("html", "Choose a picture in PNG, JPEG, or WebP")]
    [InlineData("cut", "This picture is damaged. Save it again, or choose another one.")]
    [InlineData("bomb", "This picture has more than 40 megapixels. Save it smaller, and choose it again.")]
    [InlineData("large", "This picture is larger than 1 MB. Save it smaller, and choose it again.")]
    public async Task What_is_no_such_picture_gets_a_sentence_beside_its_input(string kind, string sentence)
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);
        var file = kind switch
        {
            "svg" => "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray(),
            "gif" => Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"),
            "html" => "<!doctype html><script>alert(1)</script>"u8.ToArray(),
            "cut" => Drawn(400, 400, SKEncodedImageFormat.Png)[..200],
            "bomb" => Bomb(30_000, 30_000),
            "large" => [.. Drawn(20, 20, SKEncodedImageFormat.Png), .. new byte[PictureReading.LargestFile]],
            _ => [],
        };

        var page = await browser.SendsLook("contact", cover: file, inputs: ("accent", "#0b6b3a"));

        Assert.Equal(422, page.Status);
        Assert.EndsWith(sentence, page.ErrorOf("cover"));
        // What else was typed stays, and nothing is half saved.
        Assert.Equal("#0b6b3a", page.ValueOf("accent"));
        Assert.Equal((0, 0), await app.Query(async db => (await db.Pictures.CountAsync(), await db.DraftStates.CountAsync())));
    }

    [Fact]
    public async Task The_same_picture_is_stored_once_and_can_be_taken_away()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app);
        var picture = Drawn(50, 50, SKEncodedImageFormat.Png);

        await browser.Saves("contact", logo: picture, cover: picture);
        await browser.Saves("landing-page", logo: picture);
        Assert.Equal(1, await app.Query(db => db.Pictures.CountAsync()));
        await browser.Saves("contact", inputs: ("removeLogo", "true"));

        var draft = (await app.DraftOf("contact")).Theme!;
        Assert.Null(draft.Logo);
        Assert.NotNull(draft.Cover);
    }

    [Theory]
    [InlineData("/pictures/aaaa.png")]
    [InlineData("/pictures/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.png")]
    [InlineData("/pictures/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.svg")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var app = await TestApp.Start();

        Assert.Equal(404, (await app.Opens(path)).Status);
    }

    [Fact]
    public async Task Nobody_but_an_admin_stores_pictures()
    {
        await using var app = await TestApp.Start();
        using var browser = await AdminBrowser.SignedIn(app, Role.Operator);

        var page = await browser.SendsLook("contact", logo: Drawn(20, 20, SKEncodedImageFormat.Png));

        Assert.Equal(403, page.Status);
        Assert.Equal(0, await app.Query(db => db.Pictures.CountAsync()));
    }

    private static byte[] Drawn(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.SteelBlue);
        return bitmap.Encode(format, 90).ToArray();
    }

    /// Red on the left, blue on the right.
    private static byte[] Halves(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Red);
        bitmap.Erase(SKColors.Blue, new SKRectI(width / 2, 0, width, height));
        return bitmap.Encode(SKEncodedImageFormat.Jpeg, 95).ToArray();
    }

    /// As a phone writes it: how to turn it, and a description.
    private static byte[] WithExif(byte[] jpeg, byte orientation)
    {
        var text = Encoding.ASCII.GetBytes(Secret + "\0");
        byte[] exif =
        [
            .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 2,
            0x01, 0x0E, 0, 2, 0, 0, 0, (byte)text.Length, 0, 0, 0, 38,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
            0, 0, 0, 0, .. text,
        ];
        var length = exif.Length + 2;
        return [jpeg[0], jpeg[1], 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. exif, .. jpeg[2..]];
    }

    /// A small file that says it is a large picture.
    private static byte[] Bomb(int width, int height)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 6);
        using var data = new MemoryStream();
        using (var packing = new System.IO.Compression.ZLibStream(data, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(new byte[100_000]);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR"u8, head), .. Chunk("IDAT"u8, data.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] data)
    {
        byte[] named = [.. name, .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(named));
        return [.. length, .. named, .. sum];
    }

    private static uint Crc(byte[] data)
    {
        var sum = uint.MaxValue;
        foreach (var one in data)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 1 ? sum >> 1 ^ 0xEDB88320 : sum >> 1;
        }
        return ~sum;
    }
}
