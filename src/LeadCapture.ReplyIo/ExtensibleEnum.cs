using System.Collections.Frozen;

namespace LeadCapture.ReplyIo;

/// <summary>An enum value of an API that may grow: the text as it came, and the known value if there is one.</summary>
/// <typeparam name="T">The values known today.</typeparam>
/// <param name="Text">As Reply.io wrote it.</param>
/// <param name="Known">Compared without case; null for a value that this version does not know.</param>
public readonly record struct ExtensibleEnum<T>(string Text, T? Known) where T : struct, Enum;

/// <summary>Makes <see cref="ExtensibleEnum{T}"/> from text.</summary>
public static class ExtensibleEnum
{
    /// <summary>The text, and the known value of that name, if any. Digits are no name.</summary>
    public static ExtensibleEnum<T> Parse<T>(string text) where T : struct, Enum =>
        new(text, Names<T>.Values.TryGetValue(text, out var known) ? known : null);

    private static class Names<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<string, T> Values =
            Enum.GetValues<T>().ToFrozenDictionary(value => value.ToString(), StringComparer.OrdinalIgnoreCase);
    }
}
