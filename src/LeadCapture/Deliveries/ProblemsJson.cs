using System.Text.Json;
using System.Text.Json.Serialization;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// Reply.io's complaints by field, as they are kept.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<Problem>))]
internal sealed partial class ProblemsJson : JsonSerializerContext
{
    public static string Write(IReadOnlyList<Problem> problems) => JsonSerializer.Serialize(problems, Default.IReadOnlyListProblem);

    public static IReadOnlyList<Problem> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, Default.IReadOnlyListProblem)!;
}
