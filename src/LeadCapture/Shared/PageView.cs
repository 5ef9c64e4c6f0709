using LeadCapture.Forms;

namespace LeadCapture.Shared;

/// How a visitor came to the page of a form: its address, and the page before it, each without what may be somebody's own.
public sealed record PageView(string Address = "", string Referrer = "")
{
    /// What a browser names as the page before is the page around, where the form stands in a frame.
    public static PageView Of(HttpRequest request, FormShape shape)
    {
        var own = $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}";
        var before = Touch.Bare(request.Headers.Referer.ToString());
        if (shape != FormShape.Embed)
            return new(own, before);
        return new(before == "" || before.StartsWith(own, StringComparison.Ordinal) ? own : before);
    }
}
