namespace LeadCapture.Admin;

/// How the admin area looks in this browser. It stands in a cookie, and so in the first byte of a page: nothing flashes. Null: as the
/// system has it, and with room.
public sealed record Appearance(string? Theme, string? Density)
{
    public const string Light = "light";
    public const string Dark = "dark";
    public const string Compact = "compact";

    private const string Cookie = "leadcapture-appearance";

    /// Browsers keep none for longer.
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(400);

    public static Appearance Of(HttpContext context) =>
        Of((context.Request.Cookies[Cookie] ?? "").Split('.') is [var theme, var density] ? (theme, density) : ("", ""));

    /// Whatever is none of ours is nothing.
    public static Appearance Of((string Theme, string Density) chosen) => new(
        chosen.Theme is Light or Dark ? chosen.Theme : null,
        chosen.Density is Compact ? chosen.Density : null);

    public void Keep(HttpContext context) => context.Response.Cookies.Append(Cookie, $"{Theme}.{Density}", new()
    {
        Path = AdminRoutes.Root,
        MaxAge = Lasts,
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    });
}
