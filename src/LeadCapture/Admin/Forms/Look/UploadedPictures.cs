using LeadCapture.Data;
using LeadCapture.Forms.Themes;
using Microsoft.EntityFrameworkCore;
using static LeadCapture.Admin.Forms.Look.LookText;

namespace LeadCapture.Admin.Forms.Look;

/// Takes pictures that people choose on their machine. Stored by the next save of the same LeadDb.
public sealed class UploadedPictures(LeadDb db, PictureReading reading)
{
    /// The hash of the picture, or what is wrong with the file in a sentence.
    public async Task<(string? Hash, string Problem)> Add(IFormFile file, PictureUse use)
    {
        if (file.Length > PictureReading.LargestFile)
            return (null, SentenceOf(PictureProblem.TooLarge));
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        var (picture, problem) = await reading.Read(bytes.ToArray(), use);
        if (picture is null)
            return (null, SentenceOf(problem));
        // One that nothing shows any more would be deleted tonight, although it is about to be shown again.
        if (await db.Pictures.Where(stored => stored.Hash == picture.Hash)
                .ExecuteUpdateAsync(set => set.SetProperty(stored => stored.CreatedAt, picture.CreatedAt)) == 0
            && db.Pictures.Local.All(one => one.Hash != picture.Hash))
            db.Pictures.Add(picture);
        return (picture.Hash, "");
    }

    private static string SentenceOf(PictureProblem problem) => problem switch
    {
        PictureProblem.TooLarge => T["This picture is larger than 1 MB. Save it smaller, and choose it again."],
        PictureProblem.TooManyPixels => T["This picture has more than 40 megapixels. Save it smaller, and choose it again."],
        PictureProblem.Broken => T["This picture is damaged. Save it again, or choose another one."],
        _ => T["Choose a picture in PNG, JPEG, or WebP"],
    };
}
