namespace LeadCapture.Benchmarks;

/// What stands behind a command: --name value, again and again.
public sealed class Arguments
{
    private readonly Dictionary<string, string> given = [];

    public Arguments(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == arguments.Count)
                throw new ArgumentException($"Give --name value, not {arguments[i]}.");
            given[arguments[i][2..]] = arguments[i + 1];
        }
    }

    public string? Text(string name) => given.GetValueOrDefault(name);

    public int Whole(string name, int fallback) => Text(name) is not { } text ? fallback
        : int.TryParse(text, out var number) && number >= 0 ? number
        : throw new ArgumentException($"--{name} takes a whole number.");

    public bool Switch(string name) => Text(name) == "true";

    public IReadOnlyList<int> Numbers(string name, string fallback) =>
        [.. (Text(name) ?? fallback).Split(',').Select(text => int.Parse(text, InvariantCulture))];

    public IReadOnlyList<StoreKind> Stores() => Text("store") switch
    {
        "sqlite" => [StoreKind.Sqlite],
        "postgres" => [StoreKind.PostgreSql],
        null or "both" => [StoreKind.Sqlite, StoreKind.PostgreSql],
        _ => throw new ArgumentException("--store takes sqlite, postgres or both."),
    };
}

public enum StoreKind { Sqlite, PostgreSql }
