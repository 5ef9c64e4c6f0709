using System.Globalization;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace LeadCapture.Settings;

/// Reads every setting once, at the start, and says everything that is wrong with them at once. Never prints a value: it may be a
/// secret.
public sealed class SettingReader(IConfiguration configuration)
{
    private readonly List<string> problems = [];
    private readonly OrderedDictionary<string, ServerSetting> read = [];

    /// Every setting that was asked for, in that order.
    public ServerConfiguration Configuration => new([.. read.Values]);

    public string? Text(string key)
    {
        var text = TextOf(key);
        read[key] = new(key, text, SourceOf(key, text));
        return text;
    }

    public string Text(string key, string fallback)
    {
        var text = Text(key) ?? fallback;
        Means(key, text);
        return text;
    }

    /// A text that nobody is shown.
    public string? Secret(string key)
    {
        var text = TextOf(key);
        read[key] = new(key, null, SourceOf(key, text)) { IsSecret = true };
        return text;
    }

    /// What is in force by this setting, where it is not what stands there.
    public void Means(string key, string value) => read[key] = read[key] with { Value = value };

    public int Whole(string key, int fallback, int least = 0) => Read(
        key, fallback, $"a whole number, {least} or more", text =>
            int.TryParse(text, NumberStyles.None, InvariantCulture, out var number) && number >= least ? number : null);

    public bool Switch(string key, bool fallback)
    {
        var on = Switch(key) ?? fallback;
        Means(key, on);
        return on;
    }

    public void Means(string key, bool on) => Means(key, on ? "true" : "false");

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

    public Uri Address(string key, Uri fallback)
    {
        var address = Address(key) ?? fallback;
        Means(key, address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped).TrimEnd('/'));
        return address;
    }

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
        var text = Text(key);
        var value = text is null ? fallback : parse(text);
        if (value is null)
            Wrong(key, expected);
        Means(key, Convert.ToString(value ?? fallback, InvariantCulture)!);
        return value ?? fallback;
    }

    private string? TextOf(string key) => configuration[key]?.Trim() is { Length: > 0 } text ? text : null;

    private SettingSource SourceOf(string key, string? text) => text is null || configuration is not IConfigurationRoot root
        ? SettingSource.Default
        : root.Providers.LastOrDefault(provider => provider.TryGet(key, out _)) switch
        {
            JsonConfigurationProvider => SettingSource.File,
            EnvironmentVariablesConfigurationProvider => SettingSource.Environment,
            CommandLineConfigurationProvider => SettingSource.CommandLine,
            _ => SettingSource.Elsewhere,
        };
}

/// Stops the start with one line. The message names the key and what is expected there.
public sealed class SettingException(string message) : Exception(message);
