using System.Globalization;

namespace LeadCapture.Settings;

/// Reads every setting once, at the start, and says everything that is wrong with them at once. Never prints a value: it may be a
/// secret.
public sealed class SettingReader(IConfiguration configuration)
{
    private readonly List<string> problems = [];

    /// Every key that was asked for, so that a test can hold the sample file against them.
    public List<string> Keys { get; } = [];

    public string? Text(string key)
    {
        Keys.Add(key);
        return configuration[key]?.Trim() is { Length: > 0 } text ? text : null;
    }

    public int Whole(string key, int fallback, int least = 0) => Read(
        key, fallback, $"a whole number, {least} or more", text =>
            int.TryParse(text, NumberStyles.None, InvariantCulture, out var number) && number >= least ? number : null);

    public bool Switch(string key, bool fallback) => Switch(key) ?? fallback;

    /// Null where nothing is set.
    public bool? Switch(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (bool.TryParse(text, out var on))
            return on;
        Wrong(key, "true or false");
        return null;
    }

    public TimeSpan Time(string key, TimeSpan fallback, TimeSpan least) => Read<TimeSpan>(
        key, fallback, $"a duration as hh:mm:ss, from {least:c} to 24 hours", text =>
            // A number alone would be days.
            text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, InvariantCulture, out var time)
                && time >= least && time <= TimeSpan.FromDays(1) ? time : null);

    public T Choice<T>(string key, T fallback) where T : struct, Enum => Read<T>(
        key, fallback, string.Join(" or ", Enum.GetNames<T>()), text =>
            Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(text, ignoreCase: true) : null);

    public Uri Address(string key, Uri fallback) => Address(key) ?? fallback;

    /// Null where nothing is set.
    public Uri? Address(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query == "")
            return address;
        Wrong(key, "an address that begins with https:// or http://");
        return null;
    }

    public void Wrong(string key, string expected) => problems.Add($"{key}: expected {expected}.");

    public void Check()
    {
        if (problems.Count > 0)
            throw new SettingException(string.Join(' ', problems));
    }

    private T Read<T>(string key, T fallback, string expected, Func<string, T?> parse) where T : struct
    {
        if (Text(key) is not { } text)
            return fallback;
        if (parse(text) is { } value)
            return value;
        Wrong(key, expected);
        return fallback;
    }
}

/// Stops the start with one line. The message names the key and what is expected there.
public sealed class SettingException(string message) : Exception(message);
