using System.Globalization;

namespace LeadCapture.Sandbox;

/// <summary>A scene as it is ordered over HTTP.</summary>
internal static class SceneOrder
{
    /// <returns>What is wrong with the order; null where it is good.</returns>
    public static FieldError? Read(Func<string, string?> value, out ScenePlan plan)
    {
        plan = ScenePlan.Normal;
        if (!Is(value("scene"), out Scene scene))
            return new("/scene", "is none of " + string.Join(", ", Enum.GetNames<Scene>()));

        var reach = SceneReach.AsScene;
        if (value("only") is { } only && !Is(only, out reach))
            return new("/only", "is none of " + string.Join(", ", Enum.GetNames<SceneReach>()));

        var calls = 0;
        if (value("calls") is { } number && !(int.TryParse(number, CultureInfo.InvariantCulture, out calls) && calls > 0))
            return new("/calls", "must be a whole number from 1");

        if (!IsTime(value("delay"), out var delay))
            return new("/delay", "must be seconds or hh:mm:ss");

        if (!IsTime(value("retryAfter"), out var retryAfter))
            return new("/retryAfter", "must be seconds or hh:mm:ss");

        plan = new(scene, calls > 0 ? calls : null, delay, retryAfter, value("field"), reach, value("email"));
        plan = plan with { Bare = value("bare") == "true" };
        return null;
    }

    private static bool Is<T>(string? text, out T value) where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text![0]);

    private static bool IsTime(string? text, out TimeSpan? time)
    {
        time = null;
        if (text is null)
            return true;

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            time = TimeSpan.FromSeconds(Math.Min(seconds, 1e9));
        else if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span))
            time = span;

        // Timers take no more than some weeks.
        return time is { TotalDays: >= 0 and <= 1 };
    }
}
