using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace LeadCapture.Sandbox;

/// <summary>Takes a call to the API through key, rate limit and scene to its answer.</summary>
internal sealed class Reception(SandboxState state, CancellationToken stopping)
{
    private const string LoginPage = "<!doctype html><html lang=en><title>Sign in</title><h1>Sign in to the network</h1></html>";
    private const string NoRoutePage = "<!doctype html><html lang=en><title>404</title><h1>The gateway has no such route</h1></html>";
    private static readonly FrozenSet<string> Secrets =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "X-API-Key", "Authorization");

    private readonly Api api = new(state.Book, state.Account, new(state.Account, state.Members));

    public async Task Take(HttpContext context)
    {
        Call call;
        try
        {
            call = await Call.Receive(context.Request, state.Book, context.RequestAborted);
        }
        catch (BadHttpRequestException fault)
        {
            state.Log.Count(fault.StatusCode);
            await SandboxResponse.Problem(fault.StatusCode, "Bad Request", fault.Message).Send(context);
            return;
        }

        using (call)
            await Take(call, context);
    }

    private async Task Take(Call call, HttpContext context)
    {
        var refusal = Refusal(call);
        var plan = refusal is null ? state.Plans.For(call) : ScenePlan.Normal;
        if (plan.Scene == Scene.SlowCreate && call.Route.IsWrite)
        {
            await TakeLate(call, plan, context);
            return;
        }

        var answer = refusal ?? Played(call, plan);
        Remember(call, plan, answer);

        // The work is done before the wait, as with a slow server: whoever gives up early does not know what was stored.
        if (plan.Wait > TimeSpan.Zero)
        {
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
            await Task.Delay(plan.Wait, state.Options.Clock, ends.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Send(answer, context);
    }

    /// <summary>The work is done after the wait, also where nobody waits for the answer any more.</summary>
    private async Task TakeLate(Call call, ScenePlan plan, HttpContext context)
    {
        // Measured from before the call is seen in the list: whoever sees it there may move the clock.
        var late = Task.Delay(plan.Wait, state.Options.Clock, stopping);
        var resets = state.Resets;
        state.WorkBegins();
        var remembered = Remember(call, plan, SandboxResponse.Empty(0));
        await late.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var isOff = late.IsCanceled || state.Resets != resets;
        var answer = isOff ? SandboxResponse.Empty(0) with { Ending = Ending.CutWithoutAnswer } : Played(call, plan);
        if (!isOff)
            state.Log.Complete(remembered, answer, state.Options.Clock.GetUtcNow());
        state.WorkEnds();
        await Send(answer, context);
    }

    private Task Send(SandboxResponse answer, HttpContext context)
    {
        context.Response.Headers.Date = state.Clock.Now.ToString("R", CultureInfo.InvariantCulture);
        return answer.Send(context);
    }

    private SandboxResponse? Refusal(Call call)
    {
        if (!state.Accepts(call.Key))
            return WrongKey();

        return state.Refuses() is { } wait ? TooMany(Seconds(wait)) : null;
    }

    private SandboxResponse Played(Call call, ScenePlan plan)
    {
        SandboxResponse Done() => api.Of(call, plan);
        var answer = plan.Scene switch
        {
            Scene.RateLimited => TooMany(Seconds(plan.ComeBackAfter)),
            Scene.RateLimitedUntil => TooMany(Date(plan.ComeBackAfter)),
            Scene.ServerError => SandboxResponse.Problem(500, "Internal Server Error"),
            Scene.Unavailable => SandboxResponse.Problem(503, "Service Unavailable") with
            {
                RetryAfter = plan.RetryAfter is { } wait ? Seconds(wait) : null,
            },
            Scene.BadKey => WrongKey(),
            Scene.CutBefore => SandboxResponse.Empty(0) with { Ending = Ending.CutWithoutAnswer },
            Scene.CutAfter => Done() with { Status = 0, Ending = Ending.CutWithoutAnswer },
            Scene.CutShort => Done() with { Ending = Ending.CutInTheMiddle },
            Scene.Html => HtmlPage(200, LoginPage),
            Scene.OtherPerson => OtherPerson.Of(call.Route.Version, state.Clock.Now),
            Scene.OtherPersonStored => Done() is { Status: 200 or 201 } done
                ? OtherPerson.Of(call.Route.Version, state.Clock.Now) with { ContactId = done.ContactId }
                : Done(),
            Scene.Refuse => SandboxResponse.Invalid(new FieldError(plan.Pointer, "was refused by the sandbox")),
            Scene.NoLookUp => SandboxResponse.Problem(404, "Not Found"),
            Scene.NoScope => SandboxResponse.Problem(403, "Forbidden", "The API key lacks a scope.", "insufficient_scope"),
            Scene.Misrouted => HtmlPage(404, NoRoutePage),
            Scene.Redirected => SandboxResponse.Empty(302) with { Location = "/elsewhere" },
            _ => Done(),
        };

        return plan.Bare && answer.Status >= 400
            ? answer with { Body = default, ContentType = null }
            : answer.With(plan.Garbled);
    }

    private CallLog.Remembered? Remember(Call call, ScenePlan plan, SandboxResponse answer)
    {
        state.Log.Count(answer.Status);
        if (!state.Log.Keeps)
            return null;

        var request = call.Request;
        var headers = request.Headers.ToDictionary(
            header => header.Key,
            header => Secrets.Contains(header.Key) ? "(hidden)" : header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase);
        return state.Log.Remember(new(
            state.Options.Clock.GetUtcNow(), request.Method, request.Path + request.QueryString, answer.ContactId,
            call.Email ?? call.LinkedInUrl, answer.Status, plan.Scene, Encoding.UTF8.GetString(call.Body.Span), headers));
    }

    private static SandboxResponse WrongKey() => SandboxResponse.Problem(401, "Unauthorized", "The API key is missing or wrong.");

    private static SandboxResponse HtmlPage(int status, string page) => new(status, Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8");

    private static SandboxResponse TooMany(string retryAfter) => SandboxResponse.Problem(429, "Too Many Requests") with { RetryAfter = retryAfter };

    private static string Seconds(TimeSpan wait) =>
        Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private string Date(TimeSpan wait)
    {
        // The format has no fractions: rounded up, so that nobody comes too early.
        var until = (state.Clock.Now + wait).AddTicks(TimeSpan.TicksPerSecond - 1);
        return until.ToString("R", CultureInfo.InvariantCulture);
    }
}
