using System.Text.Json.Serialization;

namespace LeadCapture.Leads.Search;

[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class SearchJson : JsonSerializerContext;
