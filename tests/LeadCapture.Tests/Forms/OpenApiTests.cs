using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LeadCapture.Settings;
using LeadCapture.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace LeadCapture.Tests.Forms;

/// The document that programs read about the API says what the API does: each of its examples is sent, and answered as it says.
public class OpenApiTests
{
    private const string Document = "/api/openapi.json";

    /// Of our own pages' scripts.
    private static readonly string[] NotPublic = ["/api/phone-advice", Document];

    [Fact]
    public async Task It_is_valid_and_names_every_call_at_the_address_that_people_use()
    {
        await using var app = await TestApp.Start();
        using var text = new MemoryStream(Encoding.UTF8.GetBytes((await app.Asks(Document)).Source));

        var (document, diagnostic) = await OpenApiDocument.LoadAsync(text, "json", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(diagnostic!.Errors);
        Assert.Empty(diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, diagnostic.SpecificationVersion);
        Assert.Equal(app.Address.ToString().TrimEnd('/'), Assert.Single(document!.Servers!).Url);
        var documented = document.Paths.SelectMany(path => path.Value.Operations!.Keys.Select(method => $"{method} {path.Key}"));
        var real = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(route => (Path: "/" + route.RoutePattern.RawText!.TrimStart('/'), route))
            .Where(one => one.Path.StartsWith("/api/", StringComparison.Ordinal) && !NotPublic.Contains(one.Path))
            .SelectMany(one => one.route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => $"{method} {one.Path}"));
        Assert.Equal(real.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_example_is_answered_as_it_says()
    {
        await using var app = await TestApp.Start();
        using var admin = await AdminBrowser.SignedIn(app, Role.Admin);
        using var document = JsonDocument.Parse((await app.Asks(Document)).Source);
        var calls = new DocumentedCalls(app, document.RootElement)
        {
            Key = await admin.MakesKey(),
            OtherKey = await admin.MakesKey(("scope", "some"), ("forms", $"{await FormId("landing-page")}")),
            SlowKey = await admin.MakesKey(("perMinute", "1")),
        };

        var examples = calls.Examples().OrderBy(example => example.Name == "notStored").ToList();
        Assert.Equal(["200", "201", "400", "401", "403", "404", "415", "422", "429", "503"],
            examples.Where(example => example.Method == HttpMethod.Post).Select(example => example.Status).Distinct().Order());
        foreach (var example in examples)
        {
            using var answer = await calls.Send(example);
            Assert.Equal((example.ToString(), example.Status), (example.ToString(), $"{(int)answer.StatusCode}"));
            Assert.Equal((example.ToString(), example.Type), (example.ToString(), answer.Content.Headers.ContentType?.MediaType));
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            DocumentedCalls.Compare(example, body.RootElement);
        }

        Task<int> FormId(string slug) =>
            app.Query(db => db.Set<LeadCapture.Forms.Form>().Where(form => form.Slug == slug).Select(form => form.Id).SingleAsync());
    }

    private sealed record Example(HttpMethod Method, string Path, string Status, string Type, string Name, JsonElement Value)
    {
        public override string ToString() => $"{Method} {Path}: {Status} {Name}";
    }

    private sealed class DocumentedCalls(TestApp app, JsonElement document)
    {
        private const string Leads = "/api/forms/{slug}/leads";

        public required string Key { get; init; }
        public required string OtherKey { get; init; }
        public required string SlowKey { get; init; }

        public IEnumerable<Example> Examples() =>
            from path in document.GetProperty("paths").EnumerateObject()
            from method in path.Value.EnumerateObject()
            from answer in method.Value.GetProperty("responses").EnumerateObject()
            from content in Resolved(answer.Value).GetProperty("content").EnumerateObject()
            from example in content.Value.GetProperty("examples").EnumerateObject()
            select new Example(HttpMethod.Parse(method.Name), path.Name, answer.Name, content.Name, example.Name,
                Resolved(example.Value).GetProperty("value"));

        public async Task<HttpResponseMessage> Send(Example example)
        {
            var content = () => ContentOf(example.Name);
            switch (example.Name)
            {
                case "repeated":
                    (await Call(example, () => ContentOf("lead"), idempotency: "r-1")).Dispose();
                    return await Call(example, () => ContentOf("lead"), idempotency: "r-1");
                case "keyReused":
                    (await Call(example, () => ContentOf("lead"), idempotency: "r-2")).Dispose();
                    return await Call(example, () => ContentOf("fromServer"), idempotency: "r-2");
                case "limit":
                    (await Call(example, () => ContentOf("lead"), SlowKey)).Dispose();
                    return await Call(example, () => ContentOf("lead"), SlowKey);
                case "notStored":
                    await app.Query(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE leads RENAME TO leads_gone"));
                    return await Call(example, () => ContentOf("lead"));
                case "malformed":
                    return await Call(example, () => Text("{", "application/json"));
                case "otherType":
                    return await Call(example, () => Text("email=ann@example.com", "text/plain"));
                case "wrongKey":
                    return await Call(example, () => ContentOf("lead"), "lc_live_wrong");
                case "otherForm":
                    return await Call(example, () => ContentOf("lead"), OtherKey);
                case "unknown":
                    return await Call(example, () => ContentOf("lead"), slug: "no-such-form", receipt: new string('0', 26));
                case "fromServer":
                    return await Call(example, content, Key);
                default:
                    return await Call(example, content);
            }
        }

        /// Programs find in the answer what the example has; of a problem, every word.
        public static void Compare(Example example, JsonElement body)
        {
            var said = body.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
            foreach (var member in example.Value.EnumerateObject())
            {
                Assert.True(said.TryGetValue(member.Name, out var value), $"{example}: no {member.Name} in {body}");
                Assert.True(member.Value.ValueKind == value.ValueKind, $"{example}: {member.Name} is {value.ValueKind}");
                if (example.Type.EndsWith("problem+json", StringComparison.Ordinal) && member.Name != "traceId")
                    Assert.Equal((example.ToString(), Flat(member.Value)), (example.ToString(), Flat(value)));
            }
        }

        private async Task<HttpResponseMessage> Call(Example example, Func<HttpContent> content, string? key = null,
            string? idempotency = null, string slug = "contact", string? receipt = null)
        {
            if (example.Path.Contains("{receipt}", StringComparison.Ordinal) && receipt is null)
                receipt = (await app.Creates("""{"email":"ann@example.com"}"""))["receipt"];
            using var request = new HttpRequestMessage(example.Method, example.Path
                .Replace("{slug}", slug, StringComparison.Ordinal).Replace("{receipt}", receipt, StringComparison.Ordinal));
            if (example.Path == Leads)
                request.Content = content();
            if (key is not null)
                request.Headers.Authorization = new("Bearer", key);
            if (idempotency is not null)
                request.Headers.Add("Idempotency-Key", idempotency);
            return await app.Visitor.SendAsync(request, TestContext.Current.CancellationToken);
        }

        private HttpContent ContentOf(string name)
        {
            var body = document.GetProperty("paths").GetProperty(Leads).GetProperty("post").GetProperty("requestBody").GetProperty("content");
            foreach (var type in body.EnumerateObject())
                if (type.Value.GetProperty("examples").TryGetProperty(name, out var example))
                    return type.Name == "application/json"
                        ? Text(example.GetProperty("value").GetRawText(), type.Name)
                        : FormData(example.GetProperty("value"));
            throw new InvalidOperationException($"No request is called {name}.");
        }

        private static MultipartFormDataContent FormData(JsonElement inputs)
        {
            var content = new MultipartFormDataContent();
            foreach (var input in inputs.EnumerateObject())
                content.Add(new StringContent(input.Value.GetString()!), input.Name);
            return content;
        }

        private static StringContent Text(string text, string type) => new(text, Encoding.UTF8, new MediaTypeHeaderValue(type));

        private static string Flat(JsonElement value) => JsonSerializer.Serialize(value);

        private JsonElement Resolved(JsonElement element)
        {
            if (!element.TryGetProperty("$ref", out var place))
                return element;
            return place.GetString()!.Split('/')[1..].Aggregate(document, (found, part) => found.GetProperty(part));
        }
    }
}
