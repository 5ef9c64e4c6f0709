using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadCapture.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SignInTries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "access_failed_count",
                table: "users");

            migrationBuilder.DropColumn(
                name: "last_code",
                table: "users");

            migrationBuilder.RenameColumn(
                name: "blocked_until",
                table: "users",
                newName: "last_code_step");

            migrationBuilder.AddColumn<long>(
                name: "proven_at",
                table: "sign_ins",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "sign_in_tries",
                columns: table => new
                {
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    next_at = table.Column<long>(type: "INTEGER", nullable: false),
                    open = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_tries", x => new { x.kind, x.subject });
                });

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_tries_next_at",
                table: "sign_in_tries",
                column: "next_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sign_in_tries");

            migrationBuilder.DropColumn(
                name: "proven_at",
                table: "sign_ins");

            migrationBuilder.RenameColumn(
                name: "last_code_step",
                table: "users",
                newName: "blocked_until");

            migrationBuilder.AddColumn<int>(
                name: "access_failed_count",
                table: "users",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "last_code",
                table: "users",
                type: "TEXT",
                nullable: true);
        }
    }
}
