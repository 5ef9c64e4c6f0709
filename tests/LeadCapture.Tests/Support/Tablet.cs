using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LeadCapture.Booth;
using LeadCapture.Leads;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Tests.Support;

/// A tablet as its script behaves: see wwwroot-assets/js/booth-app.js, modules/seal.js and modules/upload.js.
internal sealed class Tablet
{
    private readonly TestApp app;
    private readonly string cookie;
    private readonly byte[] signKey;
    private ECDiffieHellman eventKey = null!;

    private Tablet(TestApp app, string cookie, JsonElement setup)
    {
        (this.app, this.cookie) = (app, cookie);
        signKey = WebEncoders.Base64UrlDecode(setup.GetProperty("keys").GetProperty("sign").GetString()!);
        Id = setup.GetProperty("device").GetProperty("id").GetGuid();
        TakesOver(setup);
    }

    public JsonElement Setup { get; private set; }
    public Guid Id { get; }
    public string KeyId { get; set; } = "";

    /// Who captures with it, as its menu says.
    public string By { get; set; } = "";

    /// As many leads as it has captured.
    public int Captured { get; set; }

    /// How far its clock is ahead.
    public TimeSpan Ahead { get; set; }

    public string Version { get; set; } = "";
    public bool? IsPersistent { get; set; } = true;
    public long? StorageQuota { get; set; } = 10_000_000_000;

    private DateTimeOffset Now => (app.Clock?.GetUtcNow() ?? DateTimeOffset.UtcNow) + Ahead;

    /// A new event, and a tablet that is paired with it.
    public static async Task<Tablet> At(TestApp app, AdminBrowser admin, string form = "event-booth")
    {
        var id = await admin.MakesEvent(app, form: form);
        return await Paired(app, await admin.Invites(id));
    }

    public static async Task<Tablet> Paired(TestApp app, string code)
    {
        using var answer = await app.Pairs(code);
        Assert.Equal(200, (int)answer.StatusCode);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("leadcapture-booth=", StringComparison.Ordinal));
        return new(app, cookie.Split(';')[0], await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// What it shows from now on, and what it seals to.
    public void TakesOver(JsonElement setup)
    {
        Setup = setup;
        KeyId = setup.GetProperty("keys").GetProperty("sealId").GetString()!;
        eventKey = KeyAt(WebEncoders.Base64UrlDecode(setup.GetProperty("keys").GetProperty("seal").GetString()!));
    }

    /// Writes down what a visitor typed, as the app does before it says thanks.
    public SealedLead Captures(params (string Name, string Value)[] inputs) => Captures(Receipt.New(), "event-booth", inputs);

    public SealedLead Captures(string receipt, string form, params (string Name, string Value)[] inputs) =>
        Seals(JsonSerializer.Serialize(new { form, inputs = Typed(inputs), receipt, by = By }), ++Captured);

    /// With a photo of a card, which stands in JSON: base64 with quotes around it.
    public SealedLead Photographs(string photo, params (string Name, string Value)[] inputs)
    {
        var rest = JsonSerializer.Serialize(new { form = "event-booth", inputs = Typed(inputs), receipt = Receipt.New() });
        return Seals($"{rest[..^1]},\"photo\":{photo}}}", ++Captured);
    }

    public SealedLead Seals(string text, int number)
    {
        var lead = new SealedLead(Id, Guid.NewGuid(), number, Now.ToUnixTimeMilliseconds(), KeyId, Sealed: "", Mac: "");
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = PointOf(pair);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, pair.DeriveRawSecretAgreement(eventKey.PublicKey), 32, point,
            Encoding.UTF8.GetBytes("LeadCapture sealed lead 1"));
        var (nonce, open, tag) = (RandomNumberGenerator.GetBytes(12), Encoding.UTF8.GetBytes(text), new byte[16]);
        var cipher = new byte[open.Length];
        using var aes = new AesGcm(key, tag.Length);
        aes.Encrypt(nonce, open, cipher, tag, Encoding.UTF8.GetBytes(BoundOf(lead)));
        return Signed(lead with { Sealed = WebEncoders.Base64UrlEncode([.. point, .. nonce, .. cipher, .. tag]) });
    }

    public SealedLead Signed(SealedLead lead) =>
        lead with { Mac = Mac($"{BoundOf(lead)}.{lead.Sealed}") };

    /// Hands over, and gives the ids that the server says to have on disk. Only a signed answer counts.
    public async Task<IReadOnlyList<Guid>> HandsOver(params IReadOnlyList<SealedLead> leads) => (await IsAnswered(leads)).Leads;

    /// What its staff menu shows of a lead.
    public async Task<(int Status, string Page)> Sees(string receipt)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/booth/leads/" + receipt);
        request.Headers.Add("Cookie", cookie);
        using var answer = await app.Visitor.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task<LeadCapture.Booth.Received> IsAnswered(params IReadOnlyList<SealedLead> leads)
    {
        var nonce = Guid.NewGuid().ToString("N");
        using var answer = await Sends(HttpMethod.Post, "/booth/upload", new Upload
        {
            Nonce = nonce,
            Leads = leads,
            Captured = Captured,
            OnDevice = leads.Count,
            Now = Now.ToUnixTimeMilliseconds(),
            Version = Version,
            IsPersistent = IsPersistent,
            StorageQuota = StorageQuota,
            StorageUsed = 1_000_000,
            Battery = 80,
        });
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal((200, ""), ((int)answer.StatusCode, answer.IsSuccessStatusCode ? "" : body));
        Assert.Equal(Mac($"{nonce}.{body}"), answer.Headers.GetValues("Booth-Signature").Single());
        return JsonSerializer.Deserialize<LeadCapture.Booth.Received>(body, JsonSerializerOptions.Web)!;
    }

    public Task<HttpResponseMessage> AsksForSetup() => Sends(HttpMethod.Get, "/booth/setup");

    public async Task<HttpResponseMessage> Sends(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative))
        {
            Content = body is null ? null : JsonContent.Create(body, options: JsonSerializerOptions.Web),
        };
        request.Headers.Add("Cookie", cookie);
        return await app.Visitor.SendAsync(request);
    }

    public async Task<HttpResponseMessage> SendsRaw(string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Cookie", cookie);
        return await app.Visitor.SendAsync(request);
    }

    private static string Typed((string Name, string Value)[] inputs) =>
        string.Join('&', inputs.Select(input => $"{Uri.EscapeDataString(input.Name)}={Uri.EscapeDataString(input.Value)}"));

    private string Mac(string text) => WebEncoders.Base64UrlEncode(HMACSHA256.HashData(signKey, Encoding.UTF8.GetBytes(text)));

    private static string BoundOf(SealedLead lead) =>
        $"{lead.Device}.{lead.Number.ToString(InvariantCulture)}.{lead.Id}.{lead.At.ToString(InvariantCulture)}";

    private static byte[] PointOf(ECDiffieHellman pair)
    {
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        return [4, .. point.X!, .. point.Y!];
    }

    private static ECDiffieHellman KeyAt(byte[] point) => ECDiffieHellman.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new() { X = point[1..33], Y = point[33..] },
    });
}

/// What happens at a stand.
internal static class BoothSteps
{
    public static readonly (string Name, string Value)[] Ann = [("email", LeadSteps.Ann), ("firstName", "Ann"), ("version", "1")];

    public static async Task<int> MakesEvent(this AdminBrowser admin, TestApp app, string name = "Spring fair", string form = "event-booth")
    {
        await admin.Does("/admin/events/new", ("name", name), ("form", form), ("startsOn", ""), ("endsOn", ""), ("goal", ""), ("pin", "4711"));
        return await app.Query(db => db.Events.Where(one => one.Name == name).Select(one => one.Id).SingleAsync());
    }

    /// The code as the page shows it.
    public static async Task<string> Invites(this AdminBrowser admin, int eventId, string name = "")
    {
        var page = await admin.Posts($"/admin/events/{eventId}/pair", ("name", name));
        Assert.Equal(200, page.Status);
        return page.Html.QuerySelector(".pairing-code strong")!.TextContent;
    }

    /// As its menu saves leads to carry them.
    public static string FileOf(params IReadOnlyList<SealedLead> leads) => JsonSerializer.Serialize(new { leads }, JsonSerializerOptions.Web);

    public static Task<HttpResponseMessage> Pairs(this TestApp app, string code) =>
        app.Visitor.PostAsJsonAsync(new Uri("/booth/pair", UriKind.Relative), new { code });

    /// As it hands over what it has captured at that moment.
    public static async Task HandsOver(this Tablet tablet, params IReadOnlyList<string> emails) => Assert.Equal(emails.Count,
        (await tablet.HandsOver([.. emails.Select(email => tablet.Captures(("email", email), ("version", "1")))])).Count);

    public static Task<List<Capture>> Captures(this TestApp app) =>
        app.Query(db => db.Captures.AsNoTracking().OrderBy(one => one.Number).ToListAsync());

    public static Task<int> Leads(this TestApp app) => app.Query(db => db.Leads.CountAsync());

    /// What the list says of a tablet.
    public static (string? Captured, string? Received, string? Missing) LedgerOf(this Page page, Tablet tablet)
    {
        var row = page.Html.QuerySelector($"[data-device='{tablet.Id}']")!;
        return (row.QuerySelector("[data-captured]")?.TextContent, row.QuerySelector("[data-received]")?.TextContent,
            row.QuerySelector("[data-missing]")?.TextContent);
    }
}
