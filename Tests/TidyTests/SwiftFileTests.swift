import Testing

/// That the eyes of the tidy tests see.
struct SwiftFileTests {
  @Test(
    arguments: [
      "import Goals", "private import Goals", "import struct Goals.Day",
      "@preconcurrency import Goals", "@_spi(Inner) package import Goals",
    ])
  func `an import is found in each of its forms`(line: String) {
    #expect(SwiftFile(path: "A.swift", text: line).imports == ["Goals"])
  }

  @Test(
    arguments: [
      "// import Goals", "let a = \"import Goals\"",
      "\"\"\"\nimport Goals\n\"\"\"",
    ])
  func `an import in a comment or a string is none`(text: String) {
    #expect(SwiftFile(path: "A.swift", text: text).imports.isEmpty)
  }

  @Test(
    arguments: [
      "package struct A {", "  package enum A {", "package final class A {",
      "@frozen package struct A {", "// No doc.\npackage struct A {",
    ])
  func `a type without a doc comment is found`(text: String) {
    #expect(
      !SwiftFile(path: "A.swift", text: text).undocumentedTypes.isEmpty)
  }

  @Test(
    arguments: [
      "/// A.\npackage struct A {", "/// A.\n@frozen\npackage struct A {",
      "struct A {", "package func a() {", "package let a = 1",
    ])
  func `a documented or inner type is left alone`(text: String) {
    #expect(SwiftFile(path: "A.swift", text: text).undocumentedTypes.isEmpty)
  }

  @Test(
    arguments: [
      ("let public = 1", [1]), ("// public", []), ("f(\"\\\" public\")", []),
      ("func `is public`()", []), ("publicity", []), ("a\n  public b", [2]),
      ("\"//\" + public", [1]),
    ])
  func `a word is found in code alone`(text: String, lines: [Int]) {
    let file = SwiftFile(path: "A.swift", text: text)
    #expect(file.lines(with: "public") == lines)
  }
}
