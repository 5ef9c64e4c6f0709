using System.Globalization;

namespace LeadCapture.Sandbox;

/// <summary>A scene as it is ordered over HTTP.</summary>
internal static class SceneOrder
{
    /// <summary>Timers take no more than some weeks.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    /// <returns>What is wrong with the order; null where it is good.</returns>
    public static FieldError? Read(Func<string, string?> value, out ScenePlan plan)
    {
        plan = ScenePlan.Normal;
        if (!Is(value("scene"), out Scene scene))
            return NoneOf<Scene>("scene");

        var reach = SceneReach.AsScene;
        if (value("only") is { } only && !Is(only, out reach))
            return NoneOf<SceneReach>("only");

        var calls = 0;
        if (value("calls") is { } number && !(int.TryParse(number, CultureInfo.InvariantCulture, out calls) && calls > 0))
            return new("/calls", "must be a whole number from 1");

        var garbled = Garbling.None;
        if (value("garbled") is { } texts && !Is(texts, out garbled))
            return NoneOf<Garbling>("garbled");

        if (!IsTime(value("delay"), LongestTimer, out var delay))
            return new("/delay", "must be seconds or hh:mm:ss");

        if (!IsTime(value("retryAfter"), TimeSpan.FromSeconds(int.MaxValue), out var retryAfter))
            return new("/retryAfter", "must be seconds or hh:mm:ss");

        plan = new(scene, calls > 0 ? calls : null, delay, retryAfter, value("field"), reach, value("email"));
        plan = plan with { Bare = value("bare") == "true", Garbled = garbled };
        return null;
    }

    public static FieldError NoneOf<T>(string name) where T : struct, Enum =>
        new("/" + name, "is none of " + string.Join(", ", Enum.GetNames<T>()));

    public static bool Is<T>(string? text, out T value) where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text![0]);

    private static bool IsTime(string? text, TimeSpan longest, out TimeSpan? time)
    {
        time = null;
        if (text is null)
            return true;

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            time = TimeSpan.FromSeconds(Math.Min(seconds, 1e10));
        else if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span))
            time = span;

        return time >= TimeSpan.Zero && time <= longest;
    }
}
