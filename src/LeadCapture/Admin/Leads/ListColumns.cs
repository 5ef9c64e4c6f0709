using static LeadCapture.Admin.Leads.LeadText;

namespace LeadCapture.Admin.Leads;

/// The columns of the list that a browser shows, beside name and state.
public sealed record ListColumns(IReadOnlyList<string> Shown)
{
    public const string Email = "email";
    public const string Form = "form";
    public const string Problem = "problem";
    public const string Received = "received";
    public const string Reference = "reference";

    private const string Cookie = "leadcapture-columns";
    private static readonly string[] Usual = [Email, Form, Problem, Received];

    public static IReadOnlyList<string> All { get; } = [Email, Form, Problem, Received, Reference];

    public bool Has(string column) => Shown.Contains(column);

    public static string Label(string column) => column switch
    {
        Email => T["Email"],
        Form => T["Form"],
        Problem => T["Problem"],
        Received => T["Received"],
        _ => T["Reference"],
    };

    public static ListColumns Of(IEnumerable<string> chosen) => new([.. All.Intersect(chosen)]);

    public static ListColumns Of(HttpRequest request) =>
        request.Cookies[Cookie] is { } kept ? Of(kept.Split('.')) : new(Usual);

    public void Keep(HttpResponse response) => response.Cookies.Append(Cookie, string.Join('.', Shown), new()
    {
        Path = AdminRoutes.Root,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        HttpOnly = true,
    });
}
