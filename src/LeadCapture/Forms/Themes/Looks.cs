using System.Collections.Concurrent;
using System.Data.Common;
using LeadCapture.Data;

namespace LeadCapture.Forms.Themes;

/// The looks of forms, each made once. The default is asked for again after a while: another node may have changed it.
public sealed class Looks(Store store, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    /// With all their pictures: nothing about them changes any more.
    private readonly ConcurrentDictionary<Theme, FormLook> whole = new();
    private volatile Shelf shelf = new(null, DateTimeOffset.MinValue);

    /// Of a form with this theme. Null: neither it nor the installation has one.
    public async ValueTask<FormLook?> Of(Theme? theme)
    {
        var now = await Current();
        return (theme ?? now.Default) is not { } chosen ? null
            : whole.TryGetValue(chosen, out var made) ? made
            : await Make(chosen, now);
    }

    /// One that is not published: it is not kept.
    public async Task<FormLook> OfDraft(Theme theme) =>
        new(LookStyle.Of(theme), await Find(theme.Logo), await Find(theme.Cover)) { LogoAlt = theme.LogoAlt ?? "" };

    public async ValueTask<Theme?> Default() => (await Current()).Default;

    /// Something was changed here: do not wait until what is known has aged.
    public void Forget() => shelf = shelf with { ReadAt = DateTimeOffset.MinValue };

    private async ValueTask<Shelf> Current()
    {
        var seen = shelf;
        if (clock.GetUtcNow() - seen.ReadAt < Fresh)
            return seen;
        try
        {
            await using var reading = await store.Read();
            var stored = await reading.Query("SELECT theme FROM default_look", row => row.IsDBNull(0) ? null : row.GetString(0));
            return shelf = new(stored is [{ } json] ? FormJson.ReadTheme(json) : null, clock.GetUtcNow());
        }
        catch (Exception fault) when (IsAway(fault))
        {
            // A visitor reads a form without it rather than none.
            return shelf = seen with { ReadAt = clock.GetUtcNow() };
        }
    }

    /// A picture that is missing may come: until the default is asked for again, the form does without.
    private async Task<FormLook> Make(Theme theme, Shelf now)
    {
        if (now.InPart.TryGetValue(theme, out var known))
            return known;
        var look = new FormLook(LookStyle.Of(theme), null, null);
        try
        {
            look = await OfDraft(theme);
        }
        catch (Exception fault) when (IsAway(fault))
        {
        }
        var isWhole = (look.Logo is null) == (theme.Logo is null) && (look.Cover is null) == (theme.Cover is null);
        return isWhole ? whole.GetOrAdd(theme, look) : now.InPart.GetOrAdd(theme, look);
    }

    private async ValueTask<PictureFacts?> Find(string? hash)
    {
        if (hash is null)
            return null;
        await using var reading = await store.Read();
        return await reading.Query("SELECT content_type, width, height FROM pictures WHERE hash = $1",
            row => new PictureFacts(hash, row.GetString(0), row.GetInt32(1), row.GetInt32(2)), hash) is [var facts] ? facts : null;
    }

    private static bool IsAway(Exception fault) => fault is DbException or StoreClosedException or TimeoutException or FormException;

    private sealed record Shelf(Theme? Default, DateTimeOffset ReadAt)
    {
        public ConcurrentDictionary<Theme, FormLook> InPart { get; } = new();
    }
}
