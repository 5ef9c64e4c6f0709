using LeadCapture.ReplyIo;
using static LeadCapture.Shared.SharedText;

namespace LeadCapture.Shared;

/// A list that a contact is on.
public sealed record ListRow(string Name, bool IsShared)
{
    public static ListRow Of(ListMembership list) =>
        new(string.IsNullOrWhiteSpace(list.ListName) ? T["List {0}", list.ListId!] : list.ListName, list.IsShared == true);
}
