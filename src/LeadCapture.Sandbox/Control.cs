using System.Net;

namespace LeadCapture.Sandbox;

/// <summary>The page and what stands under /_sandbox: never counted, never hit by a scene.</summary>
internal sealed class Control(SandboxState state)
{
    public static bool IsFor(HttpRequest request) =>
        request.Path == "/" || request.Path.StartsWithSegments("/_sandbox", StringComparison.Ordinal);

    public async Task Take(HttpContext context)
    {
        var request = context.Request;
        var answer = !IsLoopback(request.Host.Host)
            ? SandboxResponse.Problem(421, "Misdirected Request", "The sandbox responds to loopback names only.")
            : HttpMethods.IsPost(request.Method) ? await Order(request) : Show(request);

        if (answer.Status == StatusCodes.Status303SeeOther)
            context.Response.Headers.Location = "/";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";
        await answer.Send(context);
    }

    private SandboxResponse Show(HttpRequest request) => (request.Method, request.Path.Value) switch
    {
        ("GET" or "HEAD", "/") => Page.Of(state),
        ("GET", "/_sandbox/state") => ControlJson.State(state),
        ("GET", "/_sandbox/calls") => ControlJson.Calls(state.Calls),
        ("GET", "/_sandbox/contacts") => ControlJson.Contacts(state.Book.All),
        ("GET", "/_sandbox/enrollments") => ControlJson.Enrollments(state.Enrollments),
        _ => SandboxResponse.Problem(404, "Not Found"),
    };

    private async Task<SandboxResponse> Order(HttpRequest request)
    {
        if (IsCrossSite(request))
            return SandboxResponse.Problem(403, "Forbidden", "Requests from other sites are not allowed.");

        var form = request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;
        string? Value(string name) => form[name].Concat(request.Query[name]).FirstOrDefault(text => !string.IsNullOrEmpty(text));

        if (Obey(request.Path.Value, Value) is { } refusal)
            return refusal;

        var isBrowser = request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        return isBrowser ? SandboxResponse.Empty(StatusCodes.Status303SeeOther) : ControlJson.State(state);
    }

    /// <returns>Null where it is done.</returns>
    private SandboxResponse? Obey(string? path, Func<string, string?> value)
    {
        switch (path)
        {
            case "/_sandbox/scene":
                if (SceneOrder.Read(value, out var plan) is { } error)
                    return SandboxResponse.Invalid(error);
                state.Play(plan);
                return null;
            case "/_sandbox/reset":
                state.Reset();
                return null;
            case "/_sandbox/key":
                state.AcceptKey(value("key"));
                return null;
            case "/_sandbox/known":
                return KnownOrder.Read(value, state) is { } wrong ? SandboxResponse.Invalid(wrong) : null;
            case "/_sandbox/custom-fields":
                return CustomFieldOrder.Read(value, state) is { } odd ? SandboxResponse.Invalid(odd) : null;
            case "/_sandbox/sequences":
                return SequenceOrder.Read(value, state) is { } bad ? SandboxResponse.Invalid(bad) : null;
            case "/_sandbox/lists":
                return SequenceOrder.ReadList(value, state) is { } no ? SandboxResponse.Invalid(no) : null;
            case "/_sandbox/opt-out":
                return SequenceOrder.ReadOptOut(value, state) is { } unknown ? SandboxResponse.Invalid(unknown) : null;
            case "/_sandbox/duplicates":
                if (!SceneOrder.Is(value("duplicates"), out Duplicates duplicates))
                    return SandboxResponse.Invalid(SceneOrder.NoneOf<Duplicates>("duplicates"));
                state.Duplicates = duplicates;
                return null;
            default:
                return SandboxResponse.Problem(404, "Not Found");
        }
    }

    private static bool IsCrossSite(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is not ("" or "same-origin" or "none") || origin is not "" && origin != $"http://{request.Host}";
    }

    private static bool IsLoopback(string host) =>
        host == "localhost" || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);
}
